//! The rows of a table, cell by cell. By csv-core: what csv has beside it weighs more than all tables do, in a module that
//! every visitor loads.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// A row.
#[derive(Default)]
pub(super) struct Row {
    /// Where it begins in the text, the ends of lines before it included.
    pub start: usize,
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl Row {
    /// The cell in a column, from 0.
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }

    /// Every cell.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|place| self.get(place))
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The rows of a text, one after the other.
pub(super) struct Rows<'t> {
    reader: Reader,
    text: &'t [u8],
    read: usize,
}

impl<'t> Rows<'t> {
    /// The rows of a text with this separator.
    pub fn new(text: &'t str, separator: u8) -> Rows<'t> {
        Rows {
            reader: ReaderBuilder::new().delimiter(separator).build(),
            text: text.as_bytes(),
            read: 0,
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let start = self.read;
        let (mut cells, mut ends) = (vec![0; 256], vec![0; 16]);
        let (mut written, mut ended) = (0, 0);
        loop {
            let (input, output) = (&self.text[self.read..], &mut cells[written..]);
            let (result, read, more, more_ends) = self.reader.read_record(input, output, &mut ends[ended..]);
            self.read += read;
            written += more;
            ended += more_ends;
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => cells.resize(2 * cells.len(), 0),
                ReadRecordResult::OutputEndsFull => ends.resize(2 * ends.len(), 0),
            }
        }
        cells.truncate(written);
        ends.truncate(ended);
        // It is cut at signs of one byte, and stays text.
        let text = String::from_utf8(cells).unwrap_or_default();
        Some(Row { start, text, ends })
    }
}
