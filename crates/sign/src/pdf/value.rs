//! Writing new objects. Numbers keep their shortest exact form; streams keep their bytes.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};

/// Appends `object` in PDF syntax; references are renumbered through `numbers`, unknown ones become `null`.
pub(crate) fn write(object: &Object, numbers: &BTreeMap<u32, u32>, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(yes) => out.extend_from_slice(if *yes { b"true" } else { b"false" }),
        Object::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Object::Real(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Object::Name(name) => write_name(name, out),
        Object::String(bytes, _) => write_string(bytes, out),
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                write(item, numbers, out);
                out.push(b' ');
            }
            out.push(b']');
        }
        Object::Dictionary(dict) => write_dict(dict, numbers, out),
        Object::Stream(stream) => {
            let mut dict = stream.dict.clone();
            dict.set("Length", Object::Integer(stream.content.len() as i64));
            write_dict(&dict, numbers, out);
            out.extend_from_slice(b"\nstream\n");
            out.extend_from_slice(&stream.content);
            out.extend_from_slice(b"\nendstream");
        }
        Object::Reference((number, _)) => match numbers.get(number) {
            Some(number) => out.extend_from_slice(format!("{number} 0 R").as_bytes()),
            None => out.extend_from_slice(b"null"),
        },
    }
}

fn write_dict(dict: &Dictionary, numbers: &BTreeMap<u32, u32>, out: &mut Vec<u8>) {
    out.extend_from_slice(b"<<");
    for (key, value) in dict {
        write_name(key, out);
        out.push(b' ');
        write(value, numbers, out);
    }
    out.extend_from_slice(b">>");
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

/// Hexadecimal, because that form needs no escapes.
pub(crate) fn write_string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'<');
    bytes
        .iter()
        .for_each(|byte| out.extend_from_slice(format!("{byte:02X}").as_bytes()));
    out.push(b'>');
}
