//! From a table to answers, with every fault at once.

use super::super::text::text;
use super::cell;
use super::rows::{Row, Rows};
use super::write::unit;
use super::{Column, TableFault, Wrong};
use crate::answers::{Answers, plain};
use crate::lang::Lang;
use crate::standard::Standard;

/// As spreadsheet programs save them, by the settings of the machine.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// How many faults are listed.
const MOST_FAULTS: usize = 500;
/// How much of a cell a fault repeats.
const MOST_SHOWN: usize = 60;

/// Reads a table with these standards: the index of its standard, and the answers. Nothing is guessed.
///
/// # Errors
/// Every fault with its line and column; of more than 500, the first.
pub fn read(bytes: &[u8], standards: &[&Standard]) -> Result<(usize, Answers), Vec<TableFault>> {
    let whole = |wrong: Wrong| {
        vec![TableFault {
            line: 0,
            column: 0,
            wrong,
        }]
    };
    let text = text(bytes).map_err(|fault| whole(Wrong::Unreadable(fault)))?;
    // RFC 4180 has an even number of them, since each one within a cell stands twice.
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        return Err(whole(Wrong::OpenQuote));
    }
    let found = SEPARATORS.iter().find_map(|separator| {
        let mut rows = Rows::new(&text, *separator);
        let header = rows.next()?;
        let has = |column| places(&header, column).next().is_some();
        (has(Column::Id) && has(Column::Answer)).then_some((header, rows))
    });
    let (header, rows) = found.ok_or_else(|| whole(Wrong::NoHeader))?;
    let mut table = Table {
        width: header.len(),
        places: Column::ALL.map(|column| places(&header, column).next()),
        standards,
        found: None,
        lines: Vec::new(),
        faults: Vec::new(),
    };
    table.columns(&header);
    table.rows(rows, &text);
    match table.found {
        Some(found) if table.faults.is_empty() => Ok((found.index, found.answers)),
        None if table.faults.is_empty() => Err(whole(Wrong::NoRows)),
        _ => Err(table.faults),
    }
}

/// Where a column stands, by its name in either language.
fn places(header: &Row, column: Column) -> impl Iterator<Item = usize> {
    let is_named = move |cell: &str| Lang::ALL.iter().any(|lang| plain(cell) == column.name(*lang));
    header
        .iter()
        .enumerate()
        .filter(move |(_, cell)| is_named(cell))
        .map(|(place, _)| place)
}

/// The standard and the track of the first row, and what was read so far.
struct Found {
    index: usize,
    track: String,
    answers: Answers,
}

struct Table<'s> {
    /// How many columns the first row has.
    width: usize,
    /// Where each column stands, in the order of [`Column::ALL`].
    places: [Option<usize>; 8],
    standards: &'s [&'s Standard],
    found: Option<Found>,
    /// In which line each question was answered.
    lines: Vec<Option<u64>>,
    faults: Vec<TableFault>,
}

impl Table<'_> {
    fn fault(&mut self, line: u64, column: usize, wrong: Wrong) {
        self.faults.push(TableFault { line, column, wrong });
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.places[column as usize]
    }

    fn fault_at(&mut self, line: u64, column: Column, wrong: Wrong) {
        self.fault(line, self.place(column).map_or(0, |place| place + 1), wrong);
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        let cell = self.place(column).and_then(|place| row.get(place));
        cell.unwrap_or_default().trim()
    }

    fn columns(&mut self, header: &Row) {
        for column in Column::ALL {
            if let Some(second) = places(header, column).nth(1) {
                self.fault(1, second + 1, Wrong::RepeatedColumn(column));
            }
            if self.place(column).is_none() && Column::NEEDED.contains(&column) {
                self.fault(1, 0, Wrong::MissingColumn(column));
            }
        }
    }

    fn rows(&mut self, rows: Rows, text: &str) {
        if !self.faults.is_empty() {
            return;
        }
        let (mut line, mut seen) = (1, 0);
        for row in rows {
            let start = row.start
                + text[row.start..]
                    .bytes()
                    .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                    .count();
            line += lines(&text[seen..start]);
            seen = start;
            self.row(line, &row);
            // Of a standard that is not known nothing more can be said.
            if let Some(Wrong::UnknownStandard(_) | Wrong::UnknownTrack(_)) =
                self.faults.last().map(|fault| &fault.wrong)
            {
                return;
            }
            if self.faults.len() >= MOST_FAULTS {
                return self.fault(0, 0, Wrong::More);
            }
        }
    }

    fn row(&mut self, line: u64, row: &Row) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        if row.iter().skip(self.width).any(|cell| !cell.trim().is_empty()) {
            return self.fault(line, self.width + 1, Wrong::TooManyCells);
        }
        let [id, answer] = [Column::Id, Column::Answer].map(|column| self.cell(row, column));
        if id.is_empty() {
            // Remarks below or between the questions are no answers.
            if !answer.is_empty() {
                self.fault_at(line, Column::Id, Wrong::MissingId);
            }
            return;
        }
        if !self.is_of_the_first(line, row) {
            return;
        }
        let Some(found) = &self.found else { return };
        let standard = self.standards[found.index];
        let Some(index) = standard.question(id) else {
            return self.fault_at(line, Column::Id, Wrong::UnknownQuestion(shown(id)));
        };
        if let Some(earlier) = self.lines[index].replace(line) {
            return self.fault_at(line, Column::Id, Wrong::RepeatedQuestion(earlier));
        }
        let question = &standard.questions[index];
        let given = self.cell(row, Column::Unit);
        let is_own = |lang: &Lang| plain(given) == plain(&cell::harmless(unit(question, *lang)));
        if !given.is_empty() && !unit(question, Lang::ZhCn).is_empty() && !Lang::ALL.iter().any(is_own) {
            let own = unit(question, Lang::ZhCn).to_owned();
            self.fault_at(line, Column::Unit, Wrong::OtherUnit(own));
        }
        match (cell::read(question, answer), &mut self.found) {
            (Ok(answer), Some(found)) => found.answers.set(index, answer),
            (Err(wrong), _) => self.fault_at(line, Column::Answer, wrong),
            (Ok(_), None) => {}
        }
    }

    /// Whether the row is of the standard and the track of the first one; the first one says which.
    fn is_of_the_first(&mut self, line: u64, row: &Row) -> bool {
        let [id, track] = [Column::Standard, Column::Track].map(|column| self.cell(row, column));
        let Some(found) = &self.found else {
            let Some(index) = self.standards.iter().position(|standard| standard.id == id) else {
                self.fault_at(line, Column::Standard, Wrong::UnknownStandard(shown(id)));
                return false;
            };
            let standard = self.standards[index];
            let Some(found) = standard.track(track) else {
                self.fault_at(line, Column::Track, Wrong::UnknownTrack(shown(track)));
                return false;
            };
            self.lines = vec![None; standard.questions.len()];
            self.found = Some(Found {
                index,
                track: track.to_owned(),
                answers: Answers::new(standard, found),
            });
            return true;
        };
        let first = [self.standards[found.index].id.clone(), found.track.clone()];
        let columns = [Column::Standard, Column::Track];
        let differing = columns
            .into_iter()
            .zip(first)
            .zip([id, track])
            .find(|((_, first), own)| first != own);
        if let Some(((column, first), _)) = differing {
            self.fault_at(line, column, Wrong::DiffersFromFirst(first));
            return false;
        }
        true
    }
}

/// How many lines end in a text, with whatever sign.
fn lines(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let ends = |at: &usize| bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(ends).count() as u64
}

/// So much of a cell as a fault repeats.
pub(super) fn shown(cell: &str) -> String {
    cell.chars().take(MOST_SHOWN).collect()
}
