//! Acknowledging warnings, and the document of the review.

use probitas::app::job::{Control, Job};
use probitas::app::{
    Action, Dialog, EXAMPLES, Intent, Request, ReviewHalf, Screen, Target, TextCount,
};
use probitas::i18n::Language;
use probitas::response::{AnswerLanguages, Edit};
use probitas::rules::{CompletedResponse, Finding, Rule};
use probitas::submission::fingerprint::RecordDigest;
use probitas::submission::record::SealedRecord;

use crate::played::*;

const REASON: &str = "The office answers in one language here.";

/// Two warnings of one rule: each of two texts lacks the other language.
fn with_two_warnings() -> (Played, Vec<String>) {
    let mut played = begin();
    played.act(write("q8", "A text in English only"));
    played.act(Action::Edit(Edit::Write {
        item: "q9".into(),
        language: Language::French,
        text: "Un texte en français seulement".to_owned(),
    }));
    let keys: Vec<String> = open(&played)
        .into_iter()
        .filter(|finding| finding.rule == Rule::TextMissing)
        .map(Finding::key)
        .collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
    (played, keys)
}

fn open(played: &Played) -> Vec<&Finding> {
    let session = &played.session;
    session
        .evaluation()
        .open_warnings(session.response())
        .collect()
}

fn open_of(played: &Played, keys: &[String]) -> usize {
    let open = open(played).into_iter();
    open.filter(|finding| keys.contains(&finding.key())).count()
}

fn acknowledge(played: &mut Played, keys: &[String], reason: &str) {
    let dialog = played.session.acknowledging(keys.to_vec());
    played.act(Action::OpenDialog(dialog));
    played.act(Action::Fill(Dialog::Acknowledge {
        keys: keys.to_vec(),
        reason: reason.to_owned(),
    }));
    played.act(Action::Confirm);
    assert!(played.session.dialog().is_none());
}

fn reasons(played: &Played) -> Vec<String> {
    let acknowledgements = played.session.response().acknowledgements().iter();
    acknowledgements.map(|one| one.reason.clone()).collect()
}

#[test]
fn several_warnings_are_acknowledged_with_one_reason_and_undone_at_once() {
    let (mut played, keys) = with_two_warnings();
    acknowledge(&mut played, &keys, &format!(" {REASON} "));
    assert_eq!(open_of(&played, &keys), 0);
    assert_eq!(reasons(&played), [REASON, REASON]);
    played.act(Action::Undo);
    assert_eq!(open_of(&played, &keys), 2);
    assert!(reasons(&played).is_empty());
    played.act(Action::Redo);
    assert_eq!(open_of(&played, &keys), 0);
}

#[test]
fn acknowledgement_is_taken_back_and_the_others_stay() {
    let (mut played, keys) = with_two_warnings();
    acknowledge(&mut played, &keys, REASON);
    let first = &keys[..1];
    played.act(Action::TakeBackAcknowledgement(first.to_vec()));
    assert_eq!(open_of(&played, first), 1);
    assert_eq!(open_of(&played, &keys), 1);
    played.act(Action::Undo);
    assert_eq!(open_of(&played, &keys), 0);
}

#[test]
fn reason_that_lapsed_is_offered_again() {
    let (mut played, keys) = with_two_warnings();
    acknowledge(&mut played, &keys, REASON);
    played.act(write("q8", "Another text in English only"));
    assert_eq!(open_of(&played, &keys), 1);
    let lapsed: Vec<String> = open(&played)
        .into_iter()
        .map(Finding::key)
        .filter(|key| keys.contains(key))
        .collect();
    let dialog = played.session.acknowledging(lapsed.clone());
    let reason = REASON.to_owned();
    assert_eq!(
        dialog,
        Dialog::Acknowledge {
            keys: lapsed,
            reason
        }
    );
}

#[test]
fn switch_of_language_keeps_the_reason_that_is_being_typed() {
    let (mut played, keys) = with_two_warnings();
    let dialog = Dialog::Acknowledge {
        keys,
        reason: "Half a rea".to_owned(),
    };
    played.act(Action::OpenDialog(dialog.clone()));
    played.act(Action::ShowIn(Language::French));
    assert_eq!(played.session.dialog(), Some(&dialog));
}

#[test]
fn cancelled_dialog_acknowledges_nothing() {
    let (mut played, keys) = with_two_warnings();
    played.act(Action::OpenDialog(
        played.session.acknowledging(keys.clone()),
    ));
    played.act(Action::Cancel);
    assert_eq!(open_of(&played, &keys), 2);
}

fn digest(played: &Played) -> RecordDigest {
    let session = &played.session;
    let checked = CompletedResponse::check(session.questionnaire(), session.response(), true);
    SealedRecord::of(&checked.unwrap()).unwrap().digest()
}

#[test]
fn acknowledgement_reaches_neither_the_record_nor_the_print() {
    let mut played = begin();
    played.act(Action::Begin(Intent::Example(0)));
    // A tick beside Question 6's text is taken away.
    let edit = Edit::Choose {
        item: "q6".into(),
        options: [].into(),
    };
    played.act(Action::Show(Screen::Review));
    played.act(Action::Edit(edit));
    let keys: Vec<String> = open(&played).into_iter().map(Finding::key).collect();
    assert_eq!(keys, ["text-without-ticks"]);
    let before = (
        digest(&played),
        played.session.printed().document().cloned(),
    );
    // In the same second: only the time of the last change goes out.
    let (reason, moment) = (REASON.to_owned(), played.moment);
    let acknowledge = Action::Acknowledge { keys, reason };
    played.session.update(acknowledge, moment);
    assert!(open(&played).is_empty());
    assert_eq!(reasons(&played), [REASON]);
    let after = (
        digest(&played),
        played.session.printed().document().cloned(),
    );
    assert!(before.1.is_some());
    assert_eq!(before.0, after.0);
    assert!(before.1 == after.1);
}

#[test]
fn document_follows_the_response_and_the_chosen_languages() {
    let mut played = begin();
    assert!(played.session.printed().document().is_none());
    played.act(Action::ShowIn(Language::French));
    played.act(Action::Show(Screen::Review));
    let languages = |played: &Played| -> Vec<Language> {
        let document = played.session.printed().document().unwrap();
        document.parts.iter().map(|part| part.language).collect()
    };
    assert_eq!(languages(&played), [Language::French]);
    // The window in another language: the document stays where it was.
    played.act(Action::ShowIn(Language::English));
    assert_eq!(languages(&played), [Language::French]);
    played.act(Action::ShowPrinted(AnswerLanguages::Both));
    assert_eq!(languages(&played), [Language::English, Language::French]);
    played.act(Action::Edit(Edit::LanguageOrder(Language::French)));
    assert_eq!(languages(&played), [Language::French, Language::English]);
    played.act(Action::Edit(Edit::AnswerLanguages(
        AnswerLanguages::English,
    )));
    assert_eq!(languages(&played), [Language::English]);
    let has = |played: &Played, text: &str| {
        format!("{:?}", played.session.printed().document()).contains(text)
    };
    assert!(!has(&played, "Words of Question 8"));
    played.act(write("q8", "Words of Question 8"));
    assert!(has(&played, "Words of Question 8"));
    played.act(Action::Undo).act(Action::Show(Screen::Review));
    assert!(!has(&played, "Words of Question 8"));
}

#[test]
fn document_is_a_draft_exactly_while_something_blocks() {
    let mut played = begin();
    let is_draft = |played: &Played| {
        let document = played.session.printed().document().unwrap();
        let banner = document.parts[0].running.banner.as_deref();
        assert!(matches!(banner, Some("DRAFT" | "UNSIGNED")));
        banner == Some("DRAFT")
    };
    played.act(Action::Show(Screen::Review));
    assert!(is_draft(&played));
    for index in 0..EXAMPLES.len() {
        played.act(Action::Begin(Intent::Example(index)));
        played.act(Action::Show(Screen::Review));
        let blocked = played.session.evaluation().has_errors();
        assert_eq!(is_draft(&played), blocked, "{index}");
    }
}

/// How often words stand on the pages.
fn printed_times(played: &Played, words: &str) -> usize {
    let pages = played.session.printed().pages().unwrap();
    let passages = pages.reading.passages().iter();
    passages
        .filter(|passage| passage.text.contains(words))
        .count()
}

/// The jobs that the session asks for, not done yet.
fn jobs(played: &mut Played) -> Vec<Job> {
    let requests = played.session.take_requests().into_iter();
    let jobs = requests.filter_map(|request| match request {
        Request::Work(job) => Some(job),
        _ => None,
    });
    jobs.collect()
}

fn run(played: &mut Played, job: Job) {
    let result = job.run(&Control::default());
    played.act(Action::Done(result));
}

fn only_job(played: &mut Played) -> Job {
    let mut jobs = jobs(played);
    assert_eq!(jobs.len(), 1, "{jobs:?}");
    jobs.remove(0)
}

#[test]
fn pages_stay_until_those_of_the_last_change_are_there() {
    let mut played = begin();
    played.act(write("q8", "The first words"));
    played.act(Action::Show(Screen::Review)).settle();
    assert_eq!(printed_times(&played, "The first words"), 1);
    // Two changes while pages are being laid out: those of the first are dropped.
    played.act(write("q8", "The second words"));
    let second = only_job(&mut played);
    played.act(write("q8", "The third words"));
    assert!(jobs(&mut played).is_empty());
    assert!(!played.session.printed().is_laid_out());
    assert_eq!(printed_times(&played, "The first words"), 1);
    run(&mut played, second);
    assert_eq!(printed_times(&played, "The second words"), 0);
    assert_eq!(printed_times(&played, "The first words"), 1);
    played.settle();
    assert!(played.session.printed().is_laid_out());
    assert_eq!(printed_times(&played, "The third words"), 1);
    // Nothing changed: nothing is laid out again.
    played.act(Action::Show(Screen::Form));
    played.act(Action::Show(Screen::Review));
    assert!(jobs(&mut played).is_empty());
    // Another response: the pages of the one before are of no use.
    played.act(write("q8", "The fourth words"));
    let fourth = only_job(&mut played);
    played.act(Action::Begin(Intent::Example(0)));
    played.act(Action::Discard);
    played.act(Action::Show(Screen::Review));
    assert!(played.session.printed().pages().is_none());
    run(&mut played, fourth);
    assert!(played.session.printed().pages().is_none());
    played.settle();
    assert_eq!(printed_times(&played, "The fourth words"), 0);
    assert!(played.session.printed().is_laid_out());
}

#[test]
fn selected_text_is_copied_and_forgotten_with_its_pages() {
    let mut played = begin();
    played.act(write("q8", "Words of Question 8\nand more"));
    played.act(Action::Show(Screen::Review)).settle();
    let printed = played.session.printed();
    let whole = printed.pages().unwrap().reading.whole().unwrap();
    assert_eq!(printed.selected_text(), None);
    // From its end to its beginning.
    played.act(Action::SelectPrinted(Some((whole.1, whole.0))));
    let text = played.session.printed().selected_text().unwrap();
    assert!(text.contains("\nWords of Question 8\nand more\n"), "{text}");
    assert!(!text.contains("DRAFT"), "{text}");
    played.act(Action::SelectPrinted(Some((whole.1, whole.1))));
    assert_eq!(played.session.printed().selected_text(), None);
    played.act(Action::SelectPrinted(Some(whole)));
    played.act(write("q8", "Other words")).settle();
    assert_eq!(played.session.printed().selected(), None);
}

#[cfg(feature = "gui")]
mod pictures {
    use std::ops::Range;

    use probitas::app::Sight;

    use super::*;

    fn look(pages: Range<usize>, width: u16) -> Action {
        Action::Look(Sight {
            current: pages.start,
            pages,
            width,
        })
    }

    fn widths(played: &Played) -> Vec<Option<u16>> {
        let raster = |page| played.session.printed().raster(page);
        (0..5)
            .map(|page| raster(page).map(|raster| raster.width))
            .collect()
    }

    fn with_example() -> Played {
        let mut played = begin();
        played.act(Action::Begin(Intent::Example(0)));
        played.act(Action::Show(Screen::Review)).settle();
        played
    }

    #[test]
    fn are_made_of_what_is_in_sight_and_beside_it() {
        let mut played = with_example();
        assert_eq!(widths(&played), [None; 5]);
        played.act(look(1..3, 60));
        assert!(!played.session.printed().is_settled());
        played.settle();
        assert!(played.session.printed().is_settled());
        let some = Some(60);
        assert_eq!(widths(&played), [some, some, some, some, None]);
    }

    #[test]
    fn of_the_wrong_size_stay_until_the_right_one_is_there() {
        let mut played = with_example();
        played.act(look(1..2, 60)).settle();
        played.act(look(1..2, 90));
        let asked = jobs(&mut played);
        assert!(!asked.is_empty());
        assert_eq!(widths(&played)[1], Some(60));
        // What is too late for its size is of no use.
        played.act(look(1..2, 30));
        for job in asked {
            run(&mut played, job);
        }
        assert_eq!(widths(&played)[1], Some(60));
        played.settle();
        assert_eq!(widths(&played)[1], Some(30));
    }

    #[test]
    fn of_an_earlier_document_are_dropped_where_they_come_late() {
        let mut played = with_example();
        played.act(look(0..1, 30));
        let asked = jobs(&mut played);
        assert!(!asked.is_empty());
        played.act(Action::ShowPrinted(AnswerLanguages::Both));
        played.act(write("q8", "Other words")).settle();
        for job in asked {
            run(&mut played, job);
        }
        assert!(played.session.printed().raster(0).is_none());
        played.settle();
        assert!(played.session.printed().raster(0).is_some());
        assert!(played.session.printed().is_settled());
    }
}

#[test]
fn opening_the_review_leaves_the_form_quiet() {
    let mut played = begin();
    played.act(Action::Show(Screen::Review));
    assert!(!played.session.evaluation().findings.is_empty());
    assert_eq!(played.shown("q8"), 0);
    played.act(Action::Show(Screen::Form));
    assert_eq!(played.shown("q8"), 0);
}

#[test]
fn check_all_brings_the_findings_to_the_front() {
    let mut played = begin();
    played.act(Action::ShowHalf(ReviewHalf::Document));
    played.act(Action::GoTo(Target::Place(place("q8"))));
    assert_eq!(played.session.printed().half(), ReviewHalf::Document);
    played.act(Action::CheckAll);
    assert_eq!(played.session.screen(), Screen::Review);
    assert_eq!(played.session.printed().half(), ReviewHalf::Findings);
}

#[test]
fn texts_are_counted_per_language_with_what_is_missing_or_stale() {
    let (mut played, _) = with_two_warnings();
    let french = |text: &str| {
        Action::Edit(Edit::Write {
            item: "q10".into(),
            language: Language::French,
            text: text.to_owned(),
        })
    };
    played.act(write("q10", "Source")).act(french("Traduction"));
    let count = |going_out, missing, stale| TextCount {
        going_out,
        missing,
        stale,
    };
    let counts = |played: &Played| Language::ALL.map(|language| played.session.texts_in(language));
    assert_eq!(counts(&played), [count(2, 1, 0), count(2, 1, 0)]);
    played.act(Action::Edit(Edit::ConfirmTranslation {
        item: "q10".into(),
        confirmed: true,
    }));
    played.act(write("q10", "Another source"));
    assert_eq!(counts(&played), [count(2, 1, 0), count(2, 1, 1)]);
}
