//! Compressed files: gzip and Zstandard, told by their first bytes, whatever the file is called.
//!
//! Decompression streams, so that the reader above it stops at its limit however far a small file would expand.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

/// Bytes decompressed at a time.
const BUFFER: usize = 64 << 10;
/// First bytes of a gzip member: RFC 1952, section 2.3.1.
const GZIP: &[u8] = &[0x1F, 0x8B];
/// First bytes of a Zstandard frame: RFC 8878, section 3.1.1.
const ZSTANDARD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
/// Endings of the names of compressed files.
const ENDINGS: &[&str] = &[".gz", ".zst", ".zstd"];

/// The content of a file, and whether it was compressed.
pub fn decompress(mut file: Box<dyn BufRead + Send>) -> io::Result<(Box<dyn BufRead + Send>, bool)> {
    let head = file.fill_buf()?;
    if head.starts_with(GZIP) {
        return Ok((Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(file))), true));
    }
    if head.starts_with(ZSTANDARD) {
        return Ok((Box::new(BufReader::with_capacity(BUFFER, Zstandard { state: State::Between(file) })), true));
    }
    Ok((file, false))
}

/// The name of a file without the ending that only says that it is compressed.
pub fn without_ending(name: &str) -> &str {
    let ending = |ending: &&&str| {
        name.len() > ending.len() && name.is_char_boundary(name.len() - ending.len()) && {
            name[name.len() - ending.len()..].eq_ignore_ascii_case(ending)
        }
    };
    ENDINGS.iter().find(ending).map_or(name, |ending| &name[..name.len() - ending.len()])
}

/// Frames of Zstandard, one after the other, as `cat a.zst b.zst` makes them.
struct Zstandard {
    state: State,
}

enum State {
    /// Before a frame or at the end of the file.
    Between(Box<dyn BufRead + Send>),
    Frame(Box<StreamingDecoder<Box<dyn BufRead + Send>, ruzstd::decoding::FrameDecoder>>),
    /// After an error.
    Broken,
}

impl Read for Zstandard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match std::mem::replace(&mut self.state, State::Broken) {
                State::Between(mut file) => {
                    if file.fill_buf()?.is_empty() {
                        self.state = State::Between(file);
                        return Ok(0);
                    }
                    let frame =
                        StreamingDecoder::new(file).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?;
                    self.state = State::Frame(Box::new(frame));
                }
                State::Frame(mut frame) => {
                    let read = frame.read(buffer).map_err(cut_short)?;
                    self.state = if read == 0 && !buffer.is_empty() { State::Between(frame.into_inner()) } else { State::Frame(frame) };
                    if read > 0 || buffer.is_empty() {
                        return Ok(read);
                    }
                }
                State::Broken => return Ok(0),
            }
        }
    }
}

/// The decoder wraps the end of its input into errors of its own; the kind is what the message is chosen by.
fn cut_short(error: io::Error) -> io::Error {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(error) = cause {
        if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof)
            || error.to_string().contains("failed to fill whole buffer")
        {
            return io::ErrorKind::UnexpectedEof.into();
        }
        cause = error.source();
    }
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn read(bytes: Vec<u8>) -> io::Result<(Vec<u8>, bool)> {
        let (mut content, compressed) = decompress(Box::new(io::Cursor::new(bytes)))?;
        let mut out = Vec::new();
        content.read_to_end(&mut out)?;
        Ok((out, compressed))
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    fn zstandard(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    #[test]
    fn reads_plain_gzip_and_zstandard() {
        let text = b"Sales rose 5% to $10 million.".repeat(9000);
        for pack in [gzip, zstandard] {
            assert_eq!(read(pack(&text)).expect("packed"), (text.clone(), true));
            let twice = [pack(&text), pack(b"And more.")].concat();
            assert_eq!(read(twice).expect("packed").0, [&text[..], b"And more."].concat());
        }
        assert_eq!(read(text.clone()).expect("plain"), (text, false));
        assert_eq!(read(Vec::new()).expect("empty"), (Vec::new(), false));
    }

    #[test]
    fn a_file_that_breaks_off_says_so() {
        for packed in [gzip(b"Sales rose 5% to $10 million."), zstandard(b"Sales rose 5% to $10 million.")] {
            let cut = packed[..packed.len() - 6].to_vec();
            assert_eq!(read(cut).expect_err("cut").kind(), io::ErrorKind::UnexpectedEof);
        }
    }

    #[test]
    fn endings() {
        assert_eq!(without_ending("a/b.html.gz"), "a/b.html");
        assert_eq!(without_ending("B.JSONL.ZST"), "B.JSONL");
        assert_eq!(without_ending("b.txt"), "b.txt");
    }
}
