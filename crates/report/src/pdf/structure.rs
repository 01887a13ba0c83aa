//! Structure elements and the parent tree (ISO 32000-1, 14.7).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::values::{name, number, text_string};
use crate::layout::Laid;
use crate::layout::tree::{Kid, Node, PageId, Scope, Tag};

/// Where things are in the object model.
pub(crate) struct Places<'a> {
    /// Object of each page, by [`PageId`].
    pub(crate) pages: &'a [ObjectId],
    /// Objects of the annotations of each page, by [`PageId`].
    pub(crate) annotations: &'a [Vec<ObjectId>],
    /// Structure parent keys of the annotations, in the same order.
    pub(crate) keys: &'a [Vec<i64>],
    /// Structure parent key of each page, by [`PageId`].
    pub(crate) page_keys: &'a [i64],
}

/// Writes the tree and returns its root.
pub(crate) fn structure(document: &mut Document, laid: &Laid, places: &Places<'_>) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = laid
        .tree
        .nodes
        .iter()
        .map(|_| document.new_object_id())
        .collect();
    for (index, node) in laid.tree.nodes.iter().enumerate() {
        let parent = node.parent.map_or(root, |parent| ids[parent.0]);
        let element = element(node, parent, &ids, places);
        document.set_object(ids[index], element);
    }
    let (parent_tree, next) = parent_tree(laid, &ids, places);
    let parent_tree = document.add_object(parent_tree);
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[0],
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => next,
        },
    );
    root
}

fn element(node: &Node, parent: ObjectId, ids: &[ObjectId], places: &Places<'_>) -> Dictionary {
    let mut element = dictionary! {
        "Type" => "StructElem",
        "S" => name(node.tag.name()),
        "P" => parent,
    };
    if let Some(alt) = &node.alt {
        element.set("Alt", text_string(alt));
    }
    if let Some(attributes) = attributes(node) {
        element.set("A", attributes);
    }
    match node.kids.as_slice() {
        [] => {}
        [Kid::Content(page, mcid)] => {
            element.set("Pg", places.pages[page.0]);
            element.set("K", i64::from(*mcid));
        }
        // Signing replaces the object behind this dictionary; verifiers accept that only without an array around it.
        [kid @ Kid::Annotation(..)] if node.tag == Tag::Form => {
            element.set("K", kid_object(kid, ids, places))
        }
        kids => {
            let kids: Vec<Object> = kids
                .iter()
                .map(|kid| kid_object(kid, ids, places))
                .collect();
            element.set("K", kids);
        }
    }
    element
}

fn kid_object(kid: &Kid, ids: &[ObjectId], places: &Places<'_>) -> Object {
    match kid {
        Kid::Node(node) => Object::Reference(ids[node.0]),
        Kid::Content(page, mcid) => Object::Dictionary(dictionary! {
            "Type" => "MCR",
            "Pg" => places.pages[page.0],
            "MCID" => i64::from(*mcid),
        }),
        Kid::Annotation(page, place) => Object::Dictionary(dictionary! {
            "Type" => "OBJR",
            "Pg" => places.pages[page.0],
            "Obj" => places.annotations[page.0][*place],
        }),
    }
}

fn attributes(node: &Node) -> Option<Object> {
    if let Some(scope) = node.scope {
        let scope = match scope {
            Scope::Column => "Column",
            Scope::Row => "Row",
        };
        return Some(Object::Dictionary(
            dictionary! { "O" => "Table", "Scope" => name(scope) },
        ));
    }
    let bbox: Vec<Object> = node
        .bbox?
        .iter()
        .map(|value| number((value * 100.0).round() / 100.0))
        .collect();
    Some(Object::Dictionary(
        dictionary! { "O" => "Layout", "BBox" => bbox, "Placement" => "Block" },
    ))
}

/// From marked content and annotations back to their elements; and the next free key.
fn parent_tree(laid: &Laid, ids: &[ObjectId], places: &Places<'_>) -> (Dictionary, i64) {
    let mut numbers: Vec<(i64, Object)> = Vec::new();
    for (index, page) in laid.pages.iter().enumerate() {
        let id = PageId(index);
        let owners: Vec<Object> = page.owners.iter().map(|node| ids[node.0].into()).collect();
        numbers.push((places.page_keys[id.0], owners.into()));
        for (annotation, key) in page.annotations.iter().zip(&places.keys[id.0]) {
            numbers.push((*key, ids[annotation.node.0].into()));
        }
    }
    numbers.sort_by_key(|(key, _)| *key);
    let next = numbers.last().map_or(0, |(key, _)| key + 1);
    let flat: Vec<Object> = numbers
        .into_iter()
        .flat_map(|(key, value)| [Object::Integer(key), value])
        .collect();
    (dictionary! { "Nums" => flat }, next)
}
