//! The three signature fields. They stand in the report from the start, because a visible field added after the first
//! signature would break it; their places are whole points, so that a rewritten field never differs by rounding.

use zonewright_domain::role::SignRole;

use super::flow::Flow;
use super::page::{Annotation, AnnotationKind, Area, ArtifactKind, Pen};
use super::style;
use super::tree::{Kid, NodeId, Tag};
use crate::content::Text;
use crate::palette;

/// Width of a signature field in points.
pub const SIGN_FIELD_WIDTH_PT: f32 = 300.0;
/// Height of a signature field in points.
pub const SIGN_FIELD_HEIGHT_PT: f32 = 76.0;

const STEP: f32 = 112.0;

impl Flow {
    pub(super) const fn signature_height(&self) -> f32 {
        STEP
    }

    /// Sets one field with its title beside it.
    pub(super) fn signature(&mut self, section: NodeId, role: SignRole) {
        let y = self.y.ceil();
        let x = (self.frame.right - SIGN_FIELD_WIDTH_PT).floor();
        let label = Text::default().bold(role.title());
        let duty = Text::from(duty(role));
        let label_width = x - self.frame.left - 12.0;
        let label = self.shaper.shape(&label, &style::BODY, label_width);
        let duty = self.shaper.shape(&duty, &style::REMARK, label_width);
        let node = self.tree.add(section, Tag::P);
        self.begin(node);
        let left = self.frame.left;
        let page = self.page();
        page.text(&label, 0..label.lines.len(), left, y);
        page.text(&duty, 0..duty.lines.len(), left, y + label.height());
        page.end();
        self.field(
            section,
            role,
            Area {
                x,
                y,
                width: SIGN_FIELD_WIDTH_PT,
                height: SIGN_FIELD_HEIGHT_PT,
            },
        );
        self.y = y + STEP;
    }

    fn field(&mut self, section: NodeId, role: SignRole, area: Area) {
        let frame = self.tree.add(section, Tag::P);
        let prompt = Text::from(format!(
            "Signature of the {}: name, date, reason",
            role.title().to_lowercase()
        ));
        let prompt = self.shaper.shape(&prompt, &style::REMARK, area.width);
        let id = self.page_id();
        self.page().begin_artifact(ArtifactKind::Layout);
        self.page()
            .rect(area, None, Some(Pen::solid(palette::MUTED, 0.7)));
        self.page().end();
        self.begin(frame);
        self.page().text(
            &prompt,
            0..prompt.lines.len(),
            area.x,
            area.y + area.height + 3.0,
        );
        self.page().end();
        let form = self.tree.add(section, Tag::Form);
        self.tree.node(form).alt =
            Some(format!("Signature of the {}", role.title().to_lowercase()));
        let page = self.page();
        let number = page.annotations.len();
        // Whole points from the lower edge too, where PDF counts from.
        let bottom = (page.height - area.y - area.height).round();
        let y = page.height - bottom - area.height;
        page.annotations.push(Annotation {
            area: Area { y, ..area },
            node: form,
            kind: AnnotationKind::Signature(role),
        });
        self.tree.node(form).kids.push(Kid::Annotation(id, number));
    }
}

const fn duty(role: SignRole) -> &'static str {
    match role {
        SignRole::Assessor => "Made the assessment. Signs first and certifies the whole document.",
        SignRole::Reviewer => "Read it with other eyes. Signs second.",
        SignRole::AssetOwner => {
            "Answers for the plant and accepts what remains. Signs last and closes the document."
        }
    }
}
