//! Putting two sets of answers together.

use crate::drawn::{self, Random};
use crate::standard::{answers, shipped, small_plant};
use readiness_check::answers::{Answer, Answers, Extra};
use readiness_check::document::Node;
use readiness_check::exchange::{Place, Side, conflicts};
use readiness_check::standard::Standard;

fn question(standard: &Standard, id: &str) -> usize {
    standard.question(id).expect("a question of the contract")
}

#[test]
fn parts_of_two_departments_come_together() {
    let standard = shipped("ningbo-3511-2018");
    let mut mine = answers(
        &standard,
        "discrete",
        r#"{"equipment-kinds": 8, "software-copyrights": 3}"#,
    );
    let mut theirs = answers(
        &standard,
        "discrete",
        r#"{"equipment-sets": 23, "software-copyrights": "unknown", "standard-drafts": 0}"#,
    );
    mine.keep(Extra::Notes, &["equipment-kinds"], Some(Node::text("设备科")));
    theirs.keep(Extra::Notes, &["equipment-sets"], Some(Node::text("生产部")));
    mine.keep(
        Extra::Evidence,
        &["equipment-kinds", "paper=清单", "state"],
        Some(Node::text("have")),
    );
    theirs.keep(
        Extra::Evidence,
        &["equipment-kinds", "paper=清单", "state"],
        Some(Node::text("missing")),
    );
    theirs.keep(
        Extra::Evidence,
        &["equipment-kinds", "paper=发票", "state"],
        Some(Node::text("have")),
    );

    let merge = conflicts(&standard, None, &mine, &theirs);
    let copyrights = question(&standard, "software-copyrights");
    let paper = |name: &str, rest: &[&str]| {
        let path = ["equipment-kinds".to_owned(), format!("paper={name}")];
        Place::Beside(
            Extra::Evidence,
            path.into_iter()
                .chain(rest.iter().map(|step| (*step).to_owned()))
                .collect(),
        )
    };
    assert_eq!(
        merge.conflicts,
        [Place::Answer(copyrights), paper("清单", &["state"])]
    );
    assert_eq!(
        merge.taken,
        [
            Place::Answer(question(&standard, "equipment-sets")),
            Place::Answer(question(&standard, "standard-drafts")),
            Place::Beside(Extra::Notes, vec!["equipment-sets".to_owned()]),
            paper("发票", &[]),
        ]
    );
    assert_eq!(
        merge.merged.get(copyrights),
        Some(&Answer::Count(3)),
        "mine until somebody decides"
    );
    let resolved = merge.resolved(&[Side::Theirs, Side::Theirs]);
    assert_eq!(resolved.get(copyrights), Some(&Answer::Unknown));
    let path = ["equipment-kinds", "paper=清单", "state"];
    assert_eq!(
        resolved.kept(Extra::Evidence, &path),
        Some(&Node::text("missing"))
    );
    assert_eq!(merge.resolved(&[Side::Mine]), merge.merged);
}

#[test]
fn what_one_side_changed_since_both_parted_is_no_conflict() {
    let standard = shipped("ningbo-3511-2018");
    let base = answers(
        &standard,
        "discrete",
        r#"{"equipment-kinds": 1, "equipment-sets": 2, "standard-drafts": 3}"#,
    );
    let mine = answers(
        &standard,
        "discrete",
        r#"{"equipment-kinds": 8, "equipment-sets": 2, "standard-drafts": 4}"#,
    );
    let theirs = answers(
        &standard,
        "process",
        r#"{"equipment-kinds": 1, "standard-drafts": 5}"#,
    );
    let merge = conflicts(&standard, Some(&base), &mine, &theirs);
    assert_eq!(
        merge.conflicts,
        [Place::Answer(question(&standard, "standard-drafts"))]
    );
    assert_eq!(
        merge.taken,
        [Place::Track, Place::Answer(question(&standard, "equipment-sets"))]
    );
    assert_eq!(
        merge.merged.get(question(&standard, "equipment-sets")),
        None,
        "they took it back"
    );
    assert_eq!(standard.tracks[merge.merged.track].id, "process");

    let merge = conflicts(&standard, None, &mine, &theirs);
    assert_eq!(
        merge.conflicts.first(),
        Some(&Place::Track),
        "without a base nobody knows who chose it"
    );
    assert_eq!(merge.merged.track, mine.track);
    assert_eq!(merge.resolved(&[Side::Theirs]).track, theirs.track);
}

#[test]
fn a_key_that_no_path_leads_through_is_decided_with_what_holds_it() {
    let standard = small_plant();
    let [mut mine, mut theirs] = [(); 2].map(|()| Answers::new(&standard, 0));
    mine.keep(Extra::Profile, &[], Some(Node::map([("a=b", Node::whole(1))])));
    theirs.keep(Extra::Profile, &[], Some(Node::map([("a=b", Node::whole(2))])));
    let merge = conflicts(&standard, None, &mine, &theirs);
    assert_eq!(merge.conflicts, [Place::Beside(Extra::Profile, Vec::new())]);
    assert_eq!(merge.resolved(&[Side::Theirs]), theirs);
}

/// Everything that was said stands in what comes out, in the list of conflicts, or was taken back since the base.
#[test]
fn nothing_is_lost_in_silence() {
    let standard = shipped("ningbo-3511-2018");
    let mut random = Random::new(6);
    for case in 0..drawn::cases(200) {
        let base = drawn::answers(&mut random, &standard);
        let mut changed = || {
            let other = drawn::answers(&mut random, &standard);
            let mut answers = base.clone();
            for index in 0..standard.questions.len() {
                if random.chance(30) {
                    answers.set(index, other.get(index).cloned());
                }
            }
            answers
        };
        let [mine, theirs] = [changed(), changed()];
        let known = (case % 2 == 0).then_some(&base);
        let merge = conflicts(&standard, known, &mine, &theirs);
        let all_theirs = merge.resolved(&vec![Side::Theirs; merge.conflicts.len()]);
        for index in 0..standard.questions.len() {
            let [mine, theirs, merged] = [&mine, &theirs, &merge.merged].map(|answers| answers.get(index));
            let was = known.and_then(|base| base.get(index));
            let place = Place::Answer(index);
            if merge.conflicts.contains(&place) {
                assert!(mine != theirs && mine != was && theirs != was);
                assert_eq!((merged, all_theirs.get(index)), (mine, theirs));
            } else {
                assert_eq!(merged == mine, !merge.taken.contains(&place));
                assert_eq!(merged, if mine == was { theirs } else { mine });
                assert!(mine == theirs || mine == was || theirs == was);
            }
        }
        let back = conflicts(&standard, known, &theirs, &mine);
        assert_eq!(
            back.conflicts, merge.conflicts,
            "both sides see the same conflicts"
        );
        assert_eq!(
            back.merged.track == merge.merged.track,
            mine.track == theirs.track || !merge.conflicts.contains(&Place::Track)
        );
    }
}
