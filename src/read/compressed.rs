//! Compressed files: gzip and Zstandard, told by their first bytes, whatever the file is called.
//!
//! Decompression streams, so that the reader above it stops at its limit however far a small file would expand.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

/// What compressed content is read from.
type ByteSource = Box<dyn BufRead + Send>;

/// Bytes decompressed at a time.
const BUFFER: usize = 64 << 10;
/// First bytes of a gzip member: RFC 1952, section 2.3.1.
const GZIP: &[u8] = &[0x1F, 0x8B];
/// First bytes of a Zstandard frame: RFC 8878, section 3.1.1.
const ZSTANDARD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
/// The last three of the first four bytes of a frame that is skipped, the first being 0x50 to 0x5F: RFC 8878, section 3.1.2.
const SKIPPED: &[u8] = &[0x2A, 0x4D, 0x18];
/// Endings of the names of compressed files.
const ENDINGS: &[&str] = &[".gz", ".zst", ".zstd"];

/// The content of a file, and whether it was compressed.
pub fn decompress(mut file: ByteSource) -> io::Result<(ByteSource, bool)> {
    let head = file.fill_buf()?;
    let format = if head.starts_with(GZIP) {
        Compression::Gzip
    } else if head.starts_with(ZSTANDARD) || is_skipped(head) {
        Compression::Zstandard
    } else {
        return Ok((file, false));
    };
    Ok((Box::new(BufReader::with_capacity(BUFFER, Members { format, state: Stage::Between(file) })), true))
}

fn is_skipped(head: &[u8]) -> bool {
    head.first().is_some_and(|byte| byte & 0xF0 == 0x50) && head[1..].starts_with(SKIPPED)
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

/// Members of gzip or frames of Zstandard, one after the other, as `cat a.gz b.gz` makes them. Checksums are verified, frames that are to
/// be skipped are skipped, and zeros that fill up a block of a tape or a disk end the file.
struct Members {
    format: Compression,
    state: Stage,
}

#[derive(Clone, Copy)]
enum Compression {
    Gzip,
    Zstandard,
}

enum Stage {
    /// Before a member or at the end of the file.
    Between(ByteSource),
    Gzip(Box<GzDecoder<ByteSource>>),
    Zstandard(Box<StreamingDecoder<ByteSource, FrameDecoder>>),
    /// After an error.
    Broken,
}

impl Read for Members {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            match std::mem::replace(&mut self.state, Stage::Broken) {
                Stage::Between(file) => match next(file, self.format)? {
                    Stage::Between(file) => {
                        self.state = Stage::Between(file);
                        return Ok(0);
                    }
                    member => self.state = member,
                },
                Stage::Gzip(mut member) => {
                    let read = member.read(buffer)?;
                    if read > 0 {
                        self.state = Stage::Gzip(member);
                        return Ok(read);
                    }
                    self.state = Stage::Between(member.into_inner());
                }
                Stage::Zstandard(mut frame) => {
                    let read = frame.read(buffer).map_err(cut_short)?;
                    if read > 0 {
                        self.state = Stage::Zstandard(frame);
                        return Ok(read);
                    }
                    let (file, decoder) = frame.into_parts();
                    // The decoder keeps both sums, and leaves it to its user to compare them.
                    if decoder.get_checksum_from_data().is_some_and(|sum| decoder.get_calculated_checksum() != Some(sum)) {
                        return Err(damaged("its checksum is another"));
                    }
                    self.state = Stage::Between(file);
                }
                Stage::Broken => return Ok(0),
            }
        }
    }
}

/// The next member of the file, past frames to be skipped; `Between` at its end.
fn next(mut file: ByteSource, format: Compression) -> io::Result<Stage> {
    loop {
        let mut start = [0; 4];
        let length = file.fill_buf()?.len().min(4);
        if length == 0 {
            return Ok(Stage::Between(file));
        }
        if file.fill_buf()?[0] == 0 {
            return padding(file).map(Stage::Between);
        }
        // What a member starts with may lie across two fillings of the buffer.
        let length = read_up_to(&mut file, &mut start)?;
        let start = &start[..length];
        let rest: ByteSource = Box::new(io::Cursor::new(start.to_vec()).chain(file));
        match format {
            Compression::Gzip if start.starts_with(GZIP) => return Ok(Stage::Gzip(Box::new(GzDecoder::new(rest)))),
            Compression::Zstandard if start == ZSTANDARD => {
                let frame = StreamingDecoder::new(rest).map_err(|error| cut_short(io::Error::other(error)))?;
                return Ok(Stage::Zstandard(Box::new(frame)));
            }
            Compression::Zstandard if is_skipped(start) => file = skip(rest)?,
            _ => return Err(damaged("something else follows its content")),
        }
    }
}

/// Skips a frame: its mark, its length in four bytes, and as many bytes.
fn skip(mut file: ByteSource) -> io::Result<ByteSource> {
    let mut head = [0; 8];
    file.read_exact(&mut head)?;
    let length = u64::from(u32::from_le_bytes([head[4], head[5], head[6], head[7]]));
    let skipped = io::copy(&mut (&mut file).take(length), &mut io::sink())?;
    if skipped < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(file) }
}

/// The end of the file, where nothing but zeros comes before it.
fn padding(mut file: ByteSource) -> io::Result<ByteSource> {
    loop {
        let bytes = file.fill_buf()?;
        let length = bytes.len();
        if length == 0 {
            return Ok(file);
        }
        if bytes.iter().any(|&byte| byte != 0) {
            return Err(damaged("something else follows its content"));
        }
        file.consume(length);
    }
}

fn read_up_to(file: &mut ByteSource, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match file.read(&mut buffer[length..])? {
            0 => break,
            read => length += read,
        }
    }
    Ok(length)
}

fn damaged(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_string())
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

    /// A frame of one block as it is, with a checksum: "Sales rose 5% to $105 from $100.\n".
    fn summed() -> Vec<u8> {
        let mut frame = ZSTANDARD.to_vec();
        frame.extend([0x24, 33, 0x09, 0x01, 0x00]);
        frame.extend(b"Sales rose 5% to $105 from $100.\n");
        frame.extend([0xDD, 0x1E, 0x36, 0x75]);
        frame
    }

    #[test]
    fn checksums_are_verified() {
        assert_eq!(read(summed()).expect("whole").0, b"Sales rose 5% to $105 from $100.\n");
        for at in 9..summed().len() {
            let mut flipped = summed();
            flipped[at] ^= 1;
            assert!(read(flipped).is_err(), "byte {at}");
        }
    }

    #[test]
    fn frames_to_be_skipped_and_padding() {
        let skipped = [&[0x50][..], SKIPPED, &[4, 0, 0, 0, 42, 0, 0, 0]].concat();
        let text = b"Sales rose 5%.";
        for file in [
            [&skipped[..], &zstandard(text)].concat(),
            [&zstandard(text)[..], &skipped].concat(),
            [&zstandard(text)[..], &[0; 700]].concat(),
            [&gzip(text)[..], &[0; 700]].concat(),
        ] {
            assert_eq!(read(file).expect("packed"), (text.to_vec(), true));
        }
        let twice = [&zstandard(text)[..], &skipped, &skipped, &zstandard(text)].concat();
        assert_eq!(read(twice).expect("packed").0, text.repeat(2));
        assert!(read(skipped[..10].to_vec()).is_err());
        assert!(read([&gzip(text)[..], b"more"].concat()).is_err());
    }

    #[test]
    fn endings() {
        assert_eq!(without_ending("a/b.html.gz"), "a/b.html");
        assert_eq!(without_ending("B.JSONL.ZST"), "B.JSONL");
        assert_eq!(without_ending("b.txt"), "b.txt");
    }
}
