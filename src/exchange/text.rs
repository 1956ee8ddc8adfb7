//! The text of a file from outside, or why it has none.

use std::borrow::Cow;
use std::fmt;

/// No file of answers comes near it.
pub const MOST_BYTES: usize = 10 << 20;

/// Why a file has no text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// A workbook of a spreadsheet program, not saved as CSV.
    Workbook,
    /// It is saved in an encoding of its own, such as GBK, or is no text at all.
    OtherEncoding,
}

impl TextFault {
    /// Stable name of the kind of fault, for programs.
    pub fn code(self) -> &'static str {
        match self {
            TextFault::TooLarge => "too-large",
            TextFault::Empty => "empty",
            TextFault::Workbook => "workbook",
            TextFault::OtherEncoding => "other-encoding",
        }
    }
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TextFault::TooLarge => "the file is larger than 10 MB: it is none that this tool saved",
            TextFault::Empty => "the file is empty",
            TextFault::Workbook => {
                "the file is a workbook: save it as \"CSV UTF-8 (comma delimited)\" and open that file"
            }
            TextFault::OtherEncoding => {
                "the file is not in UTF-8 (it may be in GBK): in Excel or WPS save it as \"CSV UTF-8 (comma delimited)\" or as \"Unicode text\", and open that file"
            }
        })
    }
}

/// The text of a file: UTF-8 with or without its mark, or UTF-16 with one, as spreadsheet programs save "Unicode text".
///
/// # Errors
/// Where it has none.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, TextFault> {
    if bytes.len() > MOST_BYTES {
        return Err(TextFault::TooLarge);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(wide(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(wide(rest, u16::from_be_bytes)?),
        [b'P', b'K', 3 | 5, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(TextFault::Workbook),
        bytes => {
            let text = std::str::from_utf8(bytes).map_err(|_| TextFault::OtherEncoding)?;
            Cow::Borrowed(text.trim_start_matches('\u{feff}'))
        }
    };
    if text.contains('\0') {
        return Err(TextFault::OtherEncoding);
    }
    match text.trim().is_empty() {
        true => Err(TextFault::Empty),
        false => Ok(text),
    }
}

fn wide(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, TextFault> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    match (String::from_utf16(&units), rest) {
        (Ok(text), []) => Ok(text),
        _ => Err(TextFault::OtherEncoding),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_save_is_read() {
        let wide = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| {
            let units = "编号\t答案".encode_utf16().flat_map(unit);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        for bytes in [
            "编号\t答案".as_bytes().to_vec(),
            "\u{feff}编号\t答案".as_bytes().to_vec(),
            "\u{feff}\u{feff}编号\t答案".as_bytes().to_vec(),
            wide([0xff, 0xfe], u16::to_le_bytes),
            wide([0xfe, 0xff], u16::to_be_bytes),
        ] {
            assert_eq!(text(&bytes).as_deref(), Ok("编号\t答案"));
        }
    }

    #[test]
    fn what_has_no_text_is_refused_with_its_reason() {
        // 编号 in GBK.
        let gbk = [0xb1, 0xe0, 0xba, 0xc5];
        for (bytes, fault) in [
            (gbk.as_slice(), TextFault::OtherEncoding),
            (b"PK\x03\x04...", TextFault::Workbook),
            (b"\xd0\xcf\x11\xe0...", TextFault::Workbook),
            (b"", TextFault::Empty),
            (b"\xef\xbb\xbf \r\n", TextFault::Empty),
            (b"\xff\xfea", TextFault::OtherEncoding),
            (b"\xff\xfe\x00\xd8", TextFault::OtherEncoding),
            (b"id\0", TextFault::OtherEncoding),
            (&vec![b'x'; MOST_BYTES + 1], TextFault::TooLarge),
        ] {
            assert_eq!(text(bytes), Err(fault));
        }
    }
}
