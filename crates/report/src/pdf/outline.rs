//! Bookmarks: chapters with their sections below them.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::values::{number, text_string};
use crate::layout::Entry;
use crate::layout::page::Page;
use crate::layout::tree::PageId;

/// `[page /XYZ 0 top null]`: a place a little above `y`.
pub(crate) fn destination(page: &Page, object: ObjectId, y: f32) -> Object {
    let top = (page.height - y + 14.0).round();
    Object::Array(vec![
        object.into(),
        "XYZ".into(),
        Object::Integer(0),
        number(top),
        Object::Null,
    ])
}

/// Writes the outline; `None` without headings.
pub(crate) fn outline(
    document: &mut Document,
    entries: &[Entry],
    pages: &[Page],
    object_of: &dyn Fn(PageId) -> ObjectId,
) -> Option<ObjectId> {
    if entries.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    let parents = parents(entries);
    for (index, entry) in entries.iter().enumerate() {
        let title = format!("{} {}", entry.number, entry.title);
        let mut item = dictionary! {
            "Title" => text_string(&title),
            "Parent" => parents[index].map_or(root, |parent| ids[parent]),
            "Dest" => destination(&pages[entry.page.0], object_of(entry.page), entry.y),
        };
        let siblings: Vec<usize> = (0..entries.len())
            .filter(|other| parents[*other] == parents[index])
            .collect();
        let place = siblings
            .iter()
            .position(|other| *other == index)
            .unwrap_or(0);
        if place > 0 {
            item.set("Prev", ids[siblings[place - 1]]);
        }
        if let Some(next) = siblings.get(place + 1) {
            item.set("Next", ids[*next]);
        }
        // Closed at first: a negative count.
        children(&mut item, &parents, Some(index), &ids, -1);
        document.set_object(ids[index], item);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    children(&mut outlines, &parents, None, &ids, 1);
    document.set_object(root, outlines);
    Some(root)
}

/// The chapter each section belongs to.
fn parents(entries: &[Entry]) -> Vec<Option<usize>> {
    let mut chapter = None;
    let parent = entries.iter().enumerate().map(|(index, entry)| {
        if entry.level == 1 {
            chapter = Some(index);
            return None;
        }
        chapter
    });
    parent.collect()
}

fn children(
    item: &mut Dictionary,
    parents: &[Option<usize>],
    of: Option<usize>,
    ids: &[ObjectId],
    sign: i64,
) {
    let mine: Vec<usize> = (0..parents.len())
        .filter(|index| parents[*index] == of)
        .collect();
    if let (Some(first), Some(last)) = (mine.first(), mine.last()) {
        item.set("First", ids[*first]);
        item.set("Last", ids[*last]);
        item.set(
            "Count",
            sign * i64::try_from(mine.len()).unwrap_or(i64::MAX),
        );
    }
}
