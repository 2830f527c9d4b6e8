//! Files that break readers, all in one run: each gets its message, and the good one among them is read.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::common::{ARTICLE, directory};

/// Status, standard output and standard error of `newsfacts extract --format jsonl` on the files.
fn extract(directory: &Path, files: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.current_dir(directory).args(["extract", "--format", "jsonl"]).args(files).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// A ZIP archive with one file in it.
fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("memory");
    archive.write_all(content).expect("memory");
    archive.finish().expect("memory").into_inner()
}

/// A PDF with this in its page, its trailer, and as its sixth object.
fn pdf(page: &str, trailer: &str, sixth: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_string(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R {page} >>"),
        "<< /Length 6 >>\nstream\n/X1 Do\nendstream".to_string(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_string(),
        sixth.to_string(),
    ];
    let mut out = "%PDF-1.4\n".to_string();
    let mut table = "xref\n0 7\n0000000000 65535 f \n".to_string();
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = out.len();
    format!("{out}{table}trailer\n<< /Size 7 /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n").into_bytes()
}

#[test]
fn bad_files_get_a_message_each_and_cost_no_other() {
    let directory = directory("bad-files");
    let write = |name: &str, bytes: &[u8]| fs::write(directory.join(name), bytes).expect("written");
    write("bomb.txt.gz", &gzip(&vec![b' '; 40 << 20]));
    write("cut.txt.gz", &gzip(ARTICLE.as_bytes())[..30]);
    write("deep.html", "<div>".repeat(100_000).as_bytes());
    write("none.docx", &archive("a.txt", b"Sales"));
    write("bomb.docx", &archive("word/document.xml", &vec![b' '; 40 << 20]));
    write("cut.docx", &archive("word/document.xml", b"<w:document/>")[..40]);
    let drawing = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >> /Length 6 >>\nstream\n/X1 Do\nendstream";
    write("loop.pdf", &pdf("/Resources << /XObject << /X1 6 0 R >> >>", "", drawing));
    let key = "41".repeat(32);
    let encryption = format!("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>");
    write("locked.pdf", &pdf("", &encryption, "null"));
    write("cut.pdf", &pdf("", "", "null")[..200]);
    write("empty.eml", b"");
    write("broken.rss", b"<rss><channel><item>");
    write("good.txt", ARTICLE.as_bytes());
    // Two gigabytes that take no room: a hole.
    File::create(directory.join("huge.txt")).and_then(|file| file.set_len(2 << 30)).expect("a sparse file");

    let expected = [
        ("bomb.txt.gz", "the file is longer than 16 MB"),
        ("cut.txt.gz", "the compressed file breaks off"),
        ("deep.html", "the page nests more than 1,000 elements"),
        ("none.docx", "the archive holds no Word document"),
        ("bomb.docx", "the document unpacks to more than 32 MB"),
        ("cut.docx", "the document is damaged or cut short"),
        ("loop.pdf", "the PDF has no text"),
        ("locked.pdf", "the PDF has a password"),
        ("cut.pdf", "the PDF "),
        ("empty.eml", "it is no mail"),
        ("broken.rss", "the feed has no entry"),
        ("huge.txt", "the file is longer than 16 MB"),
    ];
    let files: Vec<&str> = expected.iter().map(|(name, _)| *name).chain(["good.txt"]).collect();
    let (status, out, err) = extract(&directory, &files);
    assert_eq!((status, out.lines().count()), (Some(2), 1), "{err}");
    assert!(out.contains("$830 million"));
    assert_eq!(err.lines().count(), expected.len(), "{err}");
    for (line, (name, what)) in err.lines().zip(expected) {
        assert!(line.starts_with(&format!("error: {name}: {what}")) && line.contains("; "), "{line}");
    }
}

#[test]
fn a_line_of_fifty_megabytes_costs_only_itself() {
    let directory = directory("long-line-of-fifty-megabytes");
    let mut file = BufWriter::new(File::create(directory.join("a.jsonl")).expect("a file"));
    file.write_all(b"{\"text\": \"").expect("written");
    for _ in 0..50 {
        file.write_all(&[b'a'; 1 << 20]).expect("written");
    }
    file.write_all(b"\"}\n{\"text\": \"Exports rose 39% to $830 million.\"}\n").expect("written");
    drop(file);
    let (status, out, err) = extract(&directory, &["a.jsonl"]);
    assert_eq!((status, out.lines().count()), (Some(2), 1));
    assert!(err.starts_with("error: a.jsonl:1: the line is longer than 16 MB"), "{err}");
}

/// The longest articles, full of figures, several at a time. Where there is no /proc, only that they are read is tested.
#[test]
fn memory_is_bounded() {
    let directory = directory("memory");
    let sentence = ARTICLE.replace('\n', " ");
    let longest = sentence.repeat(33_000);
    for name in ["a.txt", "b.txt", "c.txt"] {
        fs::write(directory.join(name), &longest).expect("written");
    }
    fs::write(directory.join("dense.txt"), "$5 ".repeat(600_000)).expect("written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let command = command.current_dir(&directory).args(["extract", "--format", "jsonl", "-o", "sheets.jsonl", "."]).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut peak = 0;
    while child.try_wait().expect("its state").is_none() {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let highest = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse::<usize>().ok());
        peak = peak.max(highest.unwrap_or_default());
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().expect("it ends");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("dense.txt: the article has more than 100,000 numbers"), "{err}");
    assert_eq!(fs::read_to_string(directory.join("sheets.jsonl")).expect("sheets").lines().count(), 3);
    assert!(peak < 300 << 10, "{peak} KB");
}

#[test]
fn every_kind_of_file_is_read_by_name_and_by_content() {
    let directory = directory("every-kind");
    let write = |name: &str, bytes: &[u8]| fs::write(directory.join(name), bytes).expect("written");
    let page = format!("<!doctype html><title>Exports</title><p>{ARTICLE}</p>");
    let document = format!("<w:document><w:body><w:p><w:r><w:t>{ARTICLE}</w:t></w:r></w:p></w:body></w:document>");
    let mail =
        format!("From: a@a.example\r\nSubject: Exports\r\nMIME-Version: 1.0\r\nDate: Mon, 10 Feb 2025 08:00:00 +0000\r\n\r\n{ARTICLE}");
    let feed = format!(
        "<?xml version=\"1.0\"?><rss><channel><item><title>Exports</title><description>{ARTICLE}</description></item></channel></rss>"
    );
    let zstandard = ruzstd::encoding::compress_to_vec(page.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    let kinds: [(&str, &str, &[u8]); 7] = [
        ("a.docx", "DOCX", &archive("word/document.xml", document.as_bytes())),
        ("b.eml", "mail", mail.as_bytes()),
        ("c.html", "HTML", page.as_bytes()),
        ("d.html.zst", "HTML", &zstandard),
        ("e.md.gz", "Markdown", &gzip(format!("# Exports\n\n**{}**\n", ARTICLE.trim()).as_bytes())),
        ("f.rss", "feed", feed.as_bytes()),
        ("g.txt", "text", ARTICLE.as_bytes()),
    ];
    for (name, _, bytes) in kinds {
        write(name, bytes);
    }
    write(".hidden.html", page.as_bytes());
    write("h.css", b"p { width: 39% }");
    let (status, out, err) = extract(&directory, &["."]);
    assert_eq!(status, Some(0), "{err}");
    let sheets: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).expect("a sheet a line")).collect();
    let read_as: Vec<&str> = sheets.iter().filter_map(|sheet| sheet["document"]["read_as"].as_str()).collect();
    assert_eq!(read_as, kinds.map(|(_, kind, _)| kind));
    for sheet in &sheets {
        let facts: Vec<&str> = sheet["facts"].as_array().into_iter().flatten().filter_map(|fact| fact["text"].as_str()).collect();
        assert!(facts.contains(&"39%") && facts.contains(&"$596 million"), "{sheet}");
    }
    // Without an extension, the content tells.
    for (name, kind, bytes) in kinds.iter().filter(|(_, kind, _)| *kind != "Markdown") {
        write("unnamed", bytes);
        let (_, out, err) = extract(&directory, &["unnamed"]);
        assert!(out.contains(&format!("\"read_as\":\"{kind}\"")), "{name}: {err}");
    }
}

/// Links, loops, pipes and locked directories on the way through a directory.
#[cfg(unix)]
#[test]
fn a_walk_reads_each_file_once_and_says_what_it_passes_over() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let directory = directory("walk");
    fs::create_dir(directory.join("sub")).expect("a directory");
    for name in ["a.txt", "sub/b.txt", "c.odt", "d.png"] {
        fs::write(directory.join(name), ARTICLE).expect("written");
    }
    symlink(".", directory.join("l.txt")).expect("a link");
    symlink("..", directory.join("sub/m.txt")).expect("a link");
    let made = Command::new("mkfifo").arg(directory.join("f.txt")).status().expect("mkfifo runs");
    assert!(made.success());
    let (status, out, err) = extract(&directory, &["."]);
    assert_eq!((status, out.lines().count()), (Some(0), 2), "{err}");
    let expected = [
        "warning: .: pipes, sockets and devices in a directory are not read: ./f.txt; name one as an argument to read it",
        "warning: .: 2 files of kinds that are not read: 1 .odt, 1 .png",
    ];
    assert_eq!(err.lines().collect::<Vec<_>>(), expected);
    let (_, out, err) = extract(&directory, &["a.txt", ".", "l.txt/a.txt", "sub"]);
    assert_eq!(out.lines().count(), 2, "{err}");

    let sub = directory.join("sub");
    fs::set_permissions(&sub, fs::Permissions::from_mode(0o0)).expect("permissions");
    // The superuser reads it all the same.
    if fs::read_dir(&sub).is_err() {
        let (status, out, err) = extract(&directory, &["."]);
        assert_eq!((status, out.lines().count()), (Some(2), 1), "{err}");
        assert!(err.contains("error: ./sub: no permission to read it; "), "{err}");
    }
    fs::set_permissions(&sub, fs::Permissions::from_mode(0o755)).expect("permissions");
}
