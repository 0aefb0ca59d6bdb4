//! A layout as text, for people and for comparison with a kept one.

use std::fmt::Write as _;

use super::{Artifact, Belonging, Drawing, Item, Layout, NodeId, Structure, Tag};

impl Layout {
    /// The layout as text: one line per item with its place (rounded to a
    /// tenth of a point), the path of its element, its language and what is
    /// drawn.
    #[must_use]
    pub fn dump(&self) -> String {
        let mut out = String::new();
        for (index, page) in self.pages.iter().enumerate() {
            line(
                &mut out,
                &format!(
                    "page {} of {} {}",
                    index + 1,
                    self.pages.len(),
                    page.language.bcp47()
                ),
            );
            for item in &page.items {
                line(&mut out, &describe(item, &self.structure));
            }
        }
        for entry in &self.outline {
            let indent = "  ".repeat(usize::from(entry.level));
            line(
                &mut out,
                &format!("outline {indent}{} (page {})", entry.title, entry.page + 1),
            );
        }
        for link in &self.links {
            let (place, title) = (place(link.x, link.y), &link.target.title);
            line(
                &mut out,
                &format!(
                    "link on page {} {place} {:.1} by {:.1} to {title}",
                    link.page + 1,
                    link.width,
                    link.height
                ),
            );
        }
        if !self.uncovered.is_empty() {
            line(&mut out, &format!("uncovered {:?}", self.uncovered));
        }
        out
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    writeln!(out, "{text}").ok();
}

fn describe(item: &Item, structure: &Structure) -> String {
    let path = match item.belongs {
        Belonging::Element(id) => path(id, structure),
        Belonging::Artifact(Artifact::Header) => "header".to_owned(),
        Belonging::Artifact(Artifact::Footer) => "footer".to_owned(),
        Belonging::Artifact(Artifact::Decoration) => "artifact".to_owned(),
    };
    match &item.drawing {
        Drawing::Text(run) => {
            let stands_for = run
                .stands_for
                .as_ref()
                .map(|text| format!(" for {text:?}"))
                .unwrap_or_default();
            format!(
                "  {} {path} {} {:?} {:.1} {:?}{stands_for}",
                place(run.x, run.y),
                run.language.bcp47(),
                run.face,
                run.size,
                run.text
            )
        }
        Drawing::Rectangle {
            x,
            y,
            width,
            height,
            ink,
        } => {
            format!(
                "  {} {path} rectangle {width:.1} by {height:.1} {ink:?}",
                place(*x, *y)
            )
        }
        Drawing::Frame {
            x,
            y,
            width,
            height,
            ink,
            ..
        } => {
            format!(
                "  {} {path} frame {width:.1} by {height:.1} {ink:?}",
                place(*x, *y)
            )
        }
        Drawing::Mark(mark) => {
            let shape = if mark.round { "circle" } else { "square" };
            let state = if mark.selected {
                "selected"
            } else {
                "not selected"
            };
            format!("  {} {path} {shape} {state}", place(mark.x, mark.y))
        }
        Drawing::Code(code) => {
            let count = code.rows.len();
            format!("  {} {path} code of {count} squares", place(code.x, code.y))
        }
    }
}

fn place(x: f32, y: f32) -> String {
    format!("y={y:.1} x={x:.1}")
}

/// The elements around an item, list items by how deep they are nested.
fn path(id: NodeId, structure: &Structure) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut depth = 0;
    for node in structure.path(id) {
        match node.tag {
            Tag::Document | Tag::Part | Tag::ListItem => {}
            Tag::List(kind) => {
                depth += 1;
                names.clear();
                names.push(format!("{kind:?}{depth}"));
            }
            Tag::Heading(level) => names.push(format!("H{level}")),
            Tag::Paragraph => names.push("P".to_owned()),
            Tag::Label => names.push("Lbl".to_owned()),
            Tag::ItemBody => names.push("LBody".to_owned()),
            Tag::Figure => names.push("Figure".to_owned()),
            Tag::Contents => names.push("TOC".to_owned()),
            Tag::ContentsItem => names.push("TOCI".to_owned()),
            Tag::Reference => names.push("Reference".to_owned()),
            Tag::Link => names.push("Link".to_owned()),
        }
    }
    names.join("/")
}
