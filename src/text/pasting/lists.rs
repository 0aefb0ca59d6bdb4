//! From lines with all kinds of marks to lines of an answer.
//!
//! A mark counts where something speaks for it: a tab behind it, a colon
//! before it, its neighbours. A number counts if the next one follows, or if it
//! is the next one itself. Of items at the same indentation, one with another
//! kind of mark than those that are open is nested, as word processors write
//! nested lists in plain text.

use std::collections::BTreeMap;

use super::marks::{self, Candidate, Class, Gap};
use super::wrapping::{self, Seam};
use super::{After, Line};
use crate::text::clean::clean_literal;
use crate::text::document::{MAX_DEPTH, is_blank};
use crate::text::writing::{Kind, drop_needless_starts};

/// What became of the lines.
#[derive(Default)]
pub(super) struct Read {
    pub(super) lines: Vec<(Kind, String)>,
    /// How many of them are items.
    pub(super) items: usize,
    /// How many were joined to the one before.
    pub(super) joined: usize,
    /// How many of those follow a hyphen.
    pub(super) hyphens: usize,
}

pub(super) fn read(lines: &[Line]) -> Read {
    let candidates: Vec<Vec<Candidate>> = lines
        .iter()
        .map(|line| match line.given {
            None => marks::candidates(&line.text),
            Some(_) => Vec::new(),
        })
        .collect();
    let company = Company::of(&candidates);
    let may_be_mark: Vec<bool> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let candidates = candidates.get(at).map_or(&[][..], Vec::as_slice);
            let is_likely = |candidate: &Candidate| company.is_likely(at, candidate, line);
            marks::is_lone_bullet(&line.text).is_some() || candidates.iter().any(is_likely)
        })
        .collect();
    let mut reader = Reader {
        company,
        levels: Vec::new(),
        last_of: BTreeMap::new(),
        lone: None,
        by_line: wrapping::is_paragraph_by_line(lines),
        read: Read::default(),
        ends_with_colon: true,
    };
    let seams = wrapping::seams(lines, &may_be_mark);
    for (at, (line, seam)) in lines.iter().zip(seams).enumerate() {
        let own = candidates.get(at).map_or(&[][..], Vec::as_slice);
        let has_text_below = lines.get(at + 1).is_some_and(|next| {
            let is_text = candidates.get(at + 1).is_some_and(Vec::is_empty);
            is_text && next.given.is_none() && marks::is_lone_bullet(&next.text).is_none()
        });
        reader.line(at, line, own, seam, has_text_below);
    }
    drop_needless_starts(reader.read.lines.iter_mut().map(|(kind, _)| kind));
    let items = reader.read.lines.iter();
    reader.read.items = items.filter(|(kind, _)| kind.level().is_some()).count();
    reader.read
}

/// Which marks there are in the whole text.
struct Company {
    /// How many lines may begin with a bullet of this form.
    glyphs: BTreeMap<Class, usize>,
    /// The last line that may begin with this number, and the first.
    numbers: BTreeMap<(Class, u32), (usize, usize)>,
}

impl Company {
    fn of(candidates: &[Vec<Candidate>]) -> Company {
        let mut company = Company {
            glyphs: BTreeMap::new(),
            numbers: BTreeMap::new(),
        };
        for (at, candidates) in candidates.iter().enumerate() {
            for candidate in candidates {
                if let Class::Glyph(_) = candidate.class {
                    *company.glyphs.entry(candidate.class).or_default() += 1;
                } else {
                    let key = (candidate.class, candidate.number);
                    let places = company.numbers.entry(key).or_insert((at, at));
                    places.0 = at;
                }
            }
        }
        company
    }

    fn has_like(&self, candidate: &Candidate) -> bool {
        self.glyphs
            .get(&candidate.class)
            .is_some_and(|count| *count > 1)
    }

    /// Whether the next number comes later.
    fn has_next(&self, at: usize, candidate: &Candidate) -> bool {
        let next = (candidate.class, candidate.number + 1);
        self.numbers.get(&next).is_some_and(|(last, _)| *last > at)
    }

    fn has_previous(&self, at: usize, candidate: &Candidate) -> bool {
        let previous = (candidate.class, candidate.number.wrapping_sub(1));
        let places = self.numbers.get(&previous);
        places.is_some_and(|(_, first)| *first < at)
    }

    /// Whether it is worth keeping the line apart from the one before it.
    fn is_likely(&self, at: usize, candidate: &Candidate, line: &Line) -> bool {
        candidate.is_sure
            || candidate.gap == Gap::Tab
            || match candidate.class {
                Class::Glyph(_) => self.has_like(candidate),
                Class::Counted(..) => {
                    line.after != After::Line
                        || self.has_next(at, candidate)
                        || self.has_previous(at, candidate)
                }
            }
    }
}

/// A list that is open.
struct Level {
    class: Class,
    column: usize,
}

struct Reader {
    company: Company,
    levels: Vec<Level>,
    /// The last number of every kind of mark.
    last_of: BTreeMap<Class, u32>,
    /// A bullet alone on its line, whose text is the next line, and how far it
    /// is indented.
    lone: Option<(Class, usize)>,
    by_line: bool,
    read: Read,
    /// Whether the line before ends with a colon, or there is none.
    ends_with_colon: bool,
}

impl Reader {
    fn line(
        &mut self,
        at: usize,
        line: &Line,
        candidates: &[Candidate],
        seam: Seam,
        has_text_below: bool,
    ) {
        if let Some(kind) = line.given {
            self.levels.clear();
            self.push(kind, &line.text);
        } else if let Some((class, column)) = self.lone.take() {
            let is_new_block = matches!(line.after, After::Blank | After::Paragraph);
            let kind = self.item(class, 0, column, is_new_block);
            self.push(kind, &line.text);
        } else if let Some(bullet) = marks::is_lone_bullet(&line.text).filter(|_| has_text_below) {
            self.lone = Some((Class::Glyph(bullet), line.column));
            return;
        } else if let Some(mark) = self.accepted(at, line, candidates) {
            let is_new_block = line.after == After::Blank;
            let kind = self.item(mark.class, mark.number, line.column, is_new_block);
            let text = line.text.get(mark.text_at..).unwrap_or_default();
            self.push(kind, text);
        } else {
            match seam {
                Seam::Spaced | Seam::Tight => self.join(&line.text, seam),
                Seam::Apart | Seam::NewParagraph => self.text(line, seam),
            }
        }
        self.ends_with_colon = line.text.ends_with(':');
    }

    /// What the start of a line is the mark of, if it is one.
    fn accepted(&self, at: usize, line: &Line, candidates: &[Candidate]) -> Option<Candidate> {
        let is_next = |candidate: &&Candidate| self.is_next(candidate);
        let starts = line.after != After::Line && line.after != After::Break;
        let is_one = |candidate: &&Candidate| {
            let follows = self.company.has_next(at, candidate);
            let is_first = candidate.number == 1;
            let tab = candidate.gap == Gap::Tab;
            match candidate.class {
                Class::Glyph(_) if line.text.starts_with('§') => self.is_square(candidate, line),
                Class::Glyph(_) => {
                    candidate.is_sure
                        || self.ends_with_colon && self.is_after_text()
                        || self.company.has_like(candidate)
                            && (starts || self.ends_with_colon || !self.levels.is_empty())
                }
                Class::Counted(marks::Figures::Digits, marks::Around::Dot) => {
                    starts || self.ends_with_colon || tab || is_first && follows
                }
                Class::Counted(..) => {
                    is_first && (follows || tab) || follows && (starts || self.ends_with_colon)
                }
            }
        };
        let next = candidates.iter().find(is_next);
        next.or_else(|| candidates.iter().find(is_one)).copied()
    }

    /// Whether "§" is Word's square bullet, and no section of an act: it is in a
    /// list, or where several lines begin with it and no figure follows.
    fn is_square(&self, candidate: &Candidate, line: &Line) -> bool {
        let text = line.text.get(candidate.text_at..).unwrap_or_default();
        let cites = text.starts_with(|c: char| c.is_ascii_digit());
        !self.levels.is_empty() || self.company.has_like(candidate) && !cites
    }

    fn is_after_text(&self) -> bool {
        !self.read.lines.is_empty()
    }

    /// Whether it is the next number of a list that is open, or of the last
    /// list of its kind.
    fn is_next(&self, candidate: &Candidate) -> bool {
        candidate.number > 1
            && self
                .last_of
                .get(&candidate.class)
                .is_some_and(|last| last + 1 == candidate.number)
    }

    /// Opens the list that an item belongs to; says what its line is.
    fn item(&mut self, class: Class, number: u32, column: usize, after_blank: bool) -> Kind {
        while self
            .levels
            .last()
            .is_some_and(|level| column + 1 < level.column)
        {
            self.levels.pop();
        }
        let is_deeper = self
            .levels
            .last()
            .is_some_and(|level| column >= level.column + 2);
        if !is_deeper {
            let beside = |level: &Level| level.column.abs_diff(column) <= 1;
            let same = self
                .levels
                .iter()
                .rposition(|level| level.class == class && beside(level));
            match same {
                Some(same) => self.levels.truncate(same),
                // After a blank line it is another list rather than a nested one.
                None if after_blank => {
                    let first = self.levels.iter().position(beside);
                    self.levels.truncate(first.unwrap_or(self.levels.len()));
                }
                None => {}
            }
        }
        self.levels.truncate(MAX_DEPTH - 1);
        self.levels.push(Level { class, column });
        let level = self.levels.len();
        if let Class::Counted(..) = class {
            self.last_of.insert(class, number);
            let start = Some(number);
            Kind::Number { level, start }
        } else {
            Kind::Bullet { level }
        }
    }

    /// A line that begins with no mark.
    fn text(&mut self, line: &Line, seam: Seam) {
        let starts = self.read.lines.is_empty()
            || matches!(line.after, After::Blank | After::Paragraph)
            || seam == Seam::NewParagraph
            || (self.by_line && line.after == After::Line);
        let inside = if starts { 2 } else { 1 };
        let depth = match line.after {
            After::Paragraph => 0,
            After::Break => self.levels.len(),
            After::Blank | After::Line => {
                let holds = |level: &Level| line.column >= level.column + inside;
                self.levels.iter().rposition(holds).map_or(0, |at| at + 1)
            }
        };
        let is_outdented = depth < self.levels.len();
        self.levels.truncate(depth);
        let kind = match heading(&line.text) {
            Some(text) => {
                self.push(Kind::Heading { depth }, text);
                return;
            }
            None if starts || is_outdented || self.follows_heading() => Kind::Paragraph { depth },
            None => Kind::Continued,
        };
        self.push(kind, &line.text);
    }

    fn follows_heading(&self) -> bool {
        let last = self.read.lines.last();
        last.is_some_and(|(kind, _)| matches!(kind, Kind::Heading { .. }))
    }

    fn join(&mut self, text: &str, seam: Seam) {
        let Some((_, before)) = self.read.lines.last_mut() else {
            return;
        };
        self.read.joined += 1;
        if seam == Seam::Spaced {
            before.push(' ');
        } else if before.ends_with(['-', '\u{2010}', '\u{2011}']) {
            self.read.hyphens += 1;
        }
        before.push_str(text);
    }

    /// Adds a line. A bullet that is left in it is no mark.
    fn push(&mut self, kind: Kind, text: &str) {
        let text = clean_literal(text).text.replace('\n', " ");
        if !is_blank(&text) {
            self.read.lines.push((kind, text));
        }
    }
}

fn heading(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("###")?;
    let heading = rest.trim_start_matches([' ', '\t']);
    (heading.len() < rest.len() && !is_blank(heading)).then_some(heading)
}
