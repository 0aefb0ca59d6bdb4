//! The sheets of paper that pages are for, and the size of their type.

use serde::{Deserialize, Serialize};

use super::{LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT};

/// The format of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Paper {
    /// 8½ by 11 inches, as Canada prints.
    #[default]
    Letter,
    /// 210 by 297 millimetres.
    A4,
}

/// The size of running text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TypeSize {
    /// 10.5 points.
    #[default]
    Usual,
    /// Large print: 18 points.
    Large,
}

/// What pages are laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sheet {
    /// The format of the paper.
    pub paper: Paper,
    /// The size of running text.
    pub type_size: TypeSize,
}

/// The sheet as the layout sees it: in points of usual type. With large print
/// everything is placed on a sheet that is smaller by the same factor, and
/// enlarged as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Geometry {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Where the head of the page begins, and how far its foot stays from the edge.
    pub(super) edge: f32,
    pub(super) scale: f32,
}

impl Paper {
    /// Every format.
    pub const ALL: [Paper; 2] = [Paper::Letter, Paper::A4];

    /// Its name, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Paper::Letter => "letter",
            Paper::A4 => "a4",
        }
    }

    /// Width and height in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Paper::Letter => (PAGE_WIDTH, PAGE_HEIGHT),
            Paper::A4 => (595.28, 841.89),
        }
    }
}

impl Sheet {
    pub(super) fn geometry(self) -> Geometry {
        let (width, height) = self.paper.size();
        let (scale, left, right, edge) = match self.type_size {
            TypeSize::Usual => (1.0, LEFT, PAGE_WIDTH - RIGHT, 34.0),
            // Narrower margins, since lines of large print are short.
            TypeSize::Large => (18.0 / 10.5, 54.0, 45.0, 30.0),
        };
        Geometry {
            width: width / scale,
            height: height / scale,
            left: left / scale,
            right: (width - right) / scale,
            edge: edge / scale,
            scale,
        }
    }
}

impl Geometry {
    /// Where the foot of the page ends.
    pub(super) fn foot(self) -> f32 {
        self.height - self.edge
    }
}
