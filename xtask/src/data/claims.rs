//! What the data claims of documents: nothing is called unpublished without a source that says so, nothing read that was
//! not, no later document without a reason, no date that the documents do not bear out, no example beside its options, no
//! document that no screen can show.
//!
//! Looked for where the files are sound otherwise: each of these needs several places of them.

use super::problem::Report;
use super::tree::Tree;
use super::{cite, place, sources_of, text};
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::strings::Strings;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Checks the claims of a data folder in which nothing else is wrong.
pub fn claims(folder: &Path) -> Report {
    let mut report = Report::default();
    let mut files = vec![folder.join("industries.toml"), folder.join("facts.toml")];
    files.extend(toml_files(&folder.join("standards")));
    files.extend(toml_files(&folder.join("programmes")));
    // What cannot be read has been told.
    let read = |file: &Path| Tree::read(file, &mut Report::default());
    let Some(sources) = read(&folder.join("sources.toml")) else {
        return report;
    };
    let trees: Vec<Tree> = files.iter().filter_map(|file| read(file)).collect();
    let known = Sources::new(&sources.node);
    for tree in trees.iter().chain([&sources]) {
        let mut found = Vec::new();
        objects(&tree.node, "", &mut |node, pointer| {
            unpublished(node, pointer, &mut found);
            unread(node, pointer, &known, &mut found);
            unfounded(node, pointer, &mut found);
            outdated(node, pointer, &known, &mut found);
            example(node, pointer, &mut found);
        });
        for (pointer, code, message) in found {
            report.add(tree.problem(&pointer, code, &message));
        }
    }
    let mut cited = BTreeSet::new();
    trees.iter().for_each(|tree| cite(&tree.node, &mut cited));
    for (index, source) in sources_of(&sources.node).iter().enumerate() {
        if key(source, "id").is_some_and(|id| !cited.contains(id)) {
            let message = "no standard and no programme cites it, so that nobody ever sees its note";
            report.add(sources.problem(&format!("/sources/{index}/id"), "unused", message));
        }
    }
    report
}

/// A pointer, a code and a message.
type Found = Vec<(String, &'static str, String)>;

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

fn key<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    node.get(key).and_then(text)
}

/// Calls `with` for every object of a file, with the pointer to it.
fn objects(node: &Node, pointer: &str, with: &mut dyn FnMut(&Node, &str)) {
    match node {
        Node::Map(entries) => {
            with(node, pointer);
            for (key, value) in entries {
                objects(value, &place::child(pointer, key), with);
            }
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                objects(item, &format!("{pointer}/{index}"), with);
            }
        }
        _ => {}
    }
}

/// The documents, by id.
struct Sources<'n>(BTreeMap<&'n str, &'n Node>);

impl<'n> Sources<'n> {
    fn new(node: &'n Node) -> Sources<'n> {
        let with_id = |source: &'n Node| Some((key(source, "id")?, source));
        Sources(sources_of(node).iter().filter_map(with_id).collect())
    }

    /// Why nobody can have read a document; none where somebody can.
    fn lacks(source: &Node) -> Option<&'static str> {
        if key(source, "original") == Some("none") {
            Some("its text was not seen (original = \"none\")")
        } else if source.get("address").is_none() && source.get("reprint").is_none() {
            Some("it has neither \"address\" nor \"reprint\", where it was read")
        } else {
            None
        }
    }
}

/// Whether a text says of something that it is not published. That we did not find or see it is another matter.
pub fn says_unpublished(text: &str) -> bool {
    const ENDS: [char; 16] =
        ['，', '。', '；', '：', '！', '？', '（', '）', '、', ',', ';', ':', '!', '?', '(', ')'];
    let spoken = text.replace(". ", ";").to_lowercase();
    spoken.split(ENDS).any(|part| {
        let own = ["found", "find", "saw", "seen", "know", "查到", "找到", "看到", "见到", "知道"];
        if own.iter().any(|word| part.contains(word)) {
            return false;
        }
        let chinese = |said: &str| {
            let before = part.find(said).map(|at| &part[..at]).unwrap_or_default();
            ["没", "未", "不", "无"].iter().any(|no| before.contains(no))
        };
        let words: Vec<&str> = part.split(|letter: char| !letter.is_alphanumeric()).collect();
        let said =
            words.iter().position(|word| ["published", "publishes", "publicly", "public"].contains(word));
        let denied = said.is_some_and(|at| {
            let no = ["no", "not", "never", "none", "nor", "neither", "nothing", "without", "nowhere"];
            words[..at].iter().any(|word| no.contains(word))
        });
        chinese("公布") || chinese("公开") || denied || words.contains(&"unpublished")
    })
}

/// A text that says that something is not published stands with a basis that was read.
fn unpublished(node: &Node, pointer: &str, found: &mut Found) {
    let Node::Map(entries) = node else { return };
    let read = |basis: &Node| matches!(key(basis, "grade"), Some("S" | "V"));
    if read(node) || node.get("basis").is_some_and(read) {
        return;
    }
    let mut look = |node: &Node, pointer: &str| {
        for lang in Lang::ALL.map(Lang::tag) {
            if key(node, lang).is_some_and(says_unpublished) {
                let message = "says that something is not published, and no source says so (a basis of grade S or V); \
                    say that we did not find it";
                found.push((place::child(pointer, lang), "not-published", message.to_owned()));
            }
        }
    };
    for (key, value) in entries {
        let pointer = place::child(pointer, key);
        look(value, &pointer);
        if let Node::List(items) = value {
            for (index, item) in items.iter().enumerate() {
                look(item, &format!("{pointer}/{index}"));
            }
        }
    }
}

/// What is said to be read was read, and somebody else can find it.
fn unread(node: &Node, pointer: &str, sources: &Sources, found: &mut Found) {
    let Some(grade @ ("S" | "V")) = key(node, "grade") else {
        return;
    };
    let mut refuse = |key: &str, message: String| found.push((place::child(pointer, key), "unread", message));
    let Some(cited) = key(node, "source") else {
        // The entry of a document itself: of what an announcement cites, S is said of the citation.
        if let Some(lacks) = Sources::lacks(node).filter(|_| grade == "V") {
            refuse("grade", format!("V is of what was read; {lacks}"));
        }
        return;
    };
    let Some(source) = sources.0.get(cited) else {
        return;
    };
    if let Some(lacks) = Sources::lacks(source).filter(|_| grade == "V") {
        refuse("grade", format!("V is of what was read; of \"{cited}\", {lacks}"));
    }
    if key(node, "clause") == Some("not-seen") {
        let message =
            format!("{grade} is of what was read; where only its number is not known, write \"not-noted\"");
        refuse("clause", message);
    }
}

/// Of every document that came later or that something rests on it is said why.
fn unfounded(node: &Node, pointer: &str, found: &mut Found) {
    for list in ["later", "restsOn"] {
        let Some(Node::List(entries)) = node.get(list) else {
            continue;
        };
        for (index, entry) in entries.iter().enumerate() {
            if text(entry).is_some() {
                let message =
                    "names a document and not what says so; write { document, source, clause, grade }";
                found.push((format!("{pointer}/{list}/{index}"), "no-basis", message.to_owned()));
            }
        }
    }
}

/// `knownUntil` is the date of the newest document that is cited; either may be known to the year or month alone.
fn outdated(node: &Node, pointer: &str, sources: &Sources, found: &mut Found) {
    let Some(known) = key(node, "knownUntil") else {
        return;
    };
    let mut cited = BTreeSet::new();
    cite(node, &mut cited);
    let dates = cited.iter().filter_map(|id| key(sources.0.get(*id)?, "date"));
    let newest = dates.max().unwrap_or_default();
    let borne_out = newest.starts_with(known) || !newest.is_empty() && known.starts_with(newest);
    if !borne_out {
        let message = format!("is {known}; the newest document cited here is of {newest}");
        found.push((place::child(pointer, "knownUntil"), "known-until", message));
    }
}

/// What an example quotes are answers that can be given, word for word, and the same in both languages.
fn example(node: &Node, pointer: &str, found: &mut Found) {
    let (Some(kind), Some(example)) = (key(node, "kind"), node.get("example")) else {
        return;
    };
    let labels = |lang: Lang| -> Option<Vec<String>> {
        let words = Strings::of(lang);
        match (kind, node.get("options")) {
            ("yes-no", _) => Some([words.yes, words.no].map(str::to_owned).to_vec()),
            (_, Some(Node::List(options))) => {
                let label = |option: &Node| key(option.get("text")?, lang.tag()).map(str::to_owned);
                Some(options.iter().map(|option| label(option).unwrap_or_default()).collect())
            }
            _ => None,
        }
    };
    let mut chosen = Vec::new();
    for lang in Lang::ALL {
        let (Some(labels), Some(text)) = (labels(lang), key(example, lang.tag())) else {
            return;
        };
        let mut refuse = |message: String| {
            let pointer = place::child(&place::child(pointer, "example"), lang.tag());
            found.push((pointer, "bad-example", message));
        };
        let quoted = text.split('“').skip(1).filter_map(|rest| rest.split('”').next());
        let mut places = Vec::new();
        for words in quoted {
            match labels.iter().position(|label| label == words) {
                Some(place) => places.push(place),
                None => refuse(format!("quotes “{words}”, which is no answer to this question")),
            }
        }
        if places.is_empty() {
            refuse("quotes no answer to this question in “ ”".to_owned());
        }
        chosen.push(places);
    }
    if chosen.windows(2).any(|pair| pair[0] != pair[1]) {
        let message = "quotes other answers in one language than in the other";
        found.push((place::child(pointer, "example"), "bad-example", message.to_owned()));
    }
}
