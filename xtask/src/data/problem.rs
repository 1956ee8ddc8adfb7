//! A fault of the data with the place where it is written.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A fault in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Stable name of the kind of fault.
    pub code: String,
    /// JSON pointer to what is wrong or missing, as the engine names it.
    pub path: String,
    /// What is wrong and what is allowed.
    pub message: String,
    picture: String,
}

impl Problem {
    /// A problem of a file or folder as a whole.
    pub fn of_file(file: &Path, code: &str, message: &str) -> Problem {
        Problem::at(file, "", 0..0, code, "", message)
    }

    /// A problem at a part of `text`; of several lines the first is marked.
    pub fn at(file: &Path, text: &str, span: Range<usize>, code: &str, path: &str, message: &str) -> Problem {
        let start = span.start.min(text.len());
        let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |end| start + end);
        let end = span.end.clamp(start, line_end.max(start));
        let headline = if path.is_empty() { message.to_owned() } else { format!("{path}: {message}") };
        let shown = file.strip_prefix(crate::root()).unwrap_or(file);
        let name = shown.display().to_string();
        let title = Level::ERROR.primary_title(&headline).id(code);
        let picture = if text.is_empty() {
            format!("error[{code}]: {headline}\n --> {name}")
        } else {
            let mark = AnnotationKind::Primary.span(start..end);
            let snippet = Snippet::source(text).path(&name).annotation(mark);
            Renderer::plain().render(&[Group::with_title(title).element(snippet)])
        };
        Problem {
            file: file.to_owned(),
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            code: code.to_owned(),
            path: path.to_owned(),
            message: message.to_owned(),
            picture,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.picture)
    }
}

/// All that is wrong with the data.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The problems in the order of the files.
    pub problems: Vec<Problem>,
    /// How many standards could be read.
    pub checked: usize,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    /// Adds a problem, once: each standard finds those of the common sources anew.
    pub fn add(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Adds what another report has.
    pub fn join(&mut self, other: Report) {
        other.problems.into_iter().for_each(|problem| self.add(problem));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}\n")?;
        }
        match (self.problems.len(), self.checked) {
            (0, 1) => writeln!(f, "data: 1 standard, no fault"),
            (0, n) => writeln!(f, "data: {n} standards, no fault"),
            (1, _) => writeln!(f, "data: 1 fault"),
            (n, _) => writeln!(f, "data: {n} faults"),
        }
    }
}
