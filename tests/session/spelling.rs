//! Words of the answers that may be misspelled are found, and dealt with.

use probitas::app::job::{Job, SpellingJob, SuggestJob};
use probitas::app::{
    Action, Dialog, Misspelling, Preference, Request, Screen, SpellingStep, Target,
};
use probitas::i18n::Language;
use probitas::response::Edit;
use probitas::storage::Places;

use crate::played::*;

fn step(played: &mut Played, step: SpellingStep) {
    played.act(Action::Spelling(step));
}

/// Looks as the window does, until all words were looked at.
fn look(played: &mut Played) {
    while !played.session.is_spelling_settled() {
        if played.session.wants_spelling() {
            step(played, SpellingStep::Look);
        }
        played.settle();
    }
}

fn written() -> Played {
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(Action::Show(Screen::Form));
    played.act(write("q8", "The teh plan.\n\n- one teh"));
    played.act(Action::Edit(Edit::Write {
        item: "q8".into(),
        language: Language::French,
        text: "Le teh et l’orgnisation".to_owned(),
    }));
    look(&mut played);
    played
}

fn found(played: &Played) -> Vec<(Language, usize, String)> {
    let (listed, count) = played.session.misspelled();
    assert_eq!(listed.len(), count);
    let named = |(at, _): (Misspelling, _)| (at.hit.language, at.hit.line, at.word);
    listed.into_iter().map(named).collect()
}

fn words(played: &Played) -> Vec<String> {
    found(played).into_iter().map(|(_, _, word)| word).collect()
}

fn first(played: &Played) -> Misspelling {
    played.session.misspelled().0[0].0.clone()
}

fn told(played: &Played) -> String {
    let lines = played.session.newest().into_iter();
    let lines: Vec<String> = lines.map(|line| line.text(Language::English)).collect();
    lines.join(" ")
}

#[test]
fn every_text_is_looked_at_in_its_own_language_with_its_surroundings() {
    let played = written();
    let (english, french) = (Language::English, Language::French);
    assert_eq!(
        found(&played),
        [
            (english, 0, "teh".to_owned()),
            (english, 1, "teh".to_owned()),
            (french, 0, "teh".to_owned()),
            (french, 0, "orgnisation".to_owned()),
        ]
    );
    let (_, seen) = &played.session.misspelled().0[3];
    assert_eq!(seen.place.text(english), "Question 8, French");
    assert_eq!(
        (seen.before.as_str(), seen.words.as_str()),
        ("Le teh et l’", "orgnisation")
    );
}

#[test]
fn nothing_is_looked_at_before_answers_are_shown_or_where_nobody_wants_it() {
    let mut played = begin();
    played.act(write("q8", "teh"));
    assert!(!played.session.wants_spelling());
    played.act(Action::Show(Screen::Form));
    assert!(played.session.wants_spelling());
    played.act(Action::SetPreference(Preference::Spelling(false)));
    look(&mut played);
    assert_eq!(words(&played), Vec::<String>::new());
    played.act(Action::SetPreference(Preference::Spelling(true)));
    look(&mut played);
    assert_eq!(words(&played), ["teh"]);
}

#[test]
fn only_what_changed_is_looked_at_again() {
    let mut played = written();
    played.act(write("q8", "The teh plan.\n\n- one teh more"));
    step(&mut played, SpellingStep::Look);
    let lines = |requests: Vec<Request>| -> Vec<String> {
        let jobs = requests.into_iter().filter_map(|request| match request {
            Request::Work(Job::Spelling(SpellingJob::Spell(job))) => Some(job.lines),
            _ => None,
        });
        jobs.flatten().collect()
    };
    assert_eq!(lines(played.session.take_requests()), ["one teh more"]);
}

#[test]
fn words_are_no_findings_and_neither_in_the_draft_nor_in_what_blocks() {
    let mut played = begin();
    played.act(Action::Show(Screen::Form));
    played.act(write("q8", "the"));
    let before = played.session.evaluation().findings.len();
    played.act(write("q8", "teh"));
    look(&mut played);
    assert_eq!(words(&played), ["teh"]);
    assert_eq!(played.session.evaluation().findings.len(), before);
    let (draft, at) = (played.session.response().clone(), first(&played));
    step(&mut played, SpellingStep::IgnoreHere(at));
    assert_eq!(*played.session.response(), draft);
}

#[test]
fn word_is_replaced_by_one_change_that_is_undone_by_itself() {
    let mut played = written();
    let at = first(&played);
    let wanted = SuggestJob {
        language: Language::English,
        word: at.word.clone(),
    };
    assert!(played.session.wants_suggestions(&wanted));
    step(&mut played, SpellingStep::Suggest(wanted.clone()));
    assert!(!played.session.wants_suggestions(&wanted));
    assert_eq!(played.session.suggestions(&wanted), None);
    played.settle();
    assert_eq!(played.session.suggestions(&wanted).unwrap()[0], "the");
    let with = "the".to_owned();
    step(
        &mut played,
        SpellingStep::Replace {
            at: at.clone(),
            with,
        },
    );
    assert_eq!(told(&played), "“teh” was replaced with “the”.");
    assert_eq!(played.text("q8"), "The the plan.\n\n- one teh");
    look(&mut played);
    assert_eq!(words(&played), ["teh", "teh", "orgnisation"]);
    // What stood there is gone: nothing else is replaced.
    let with = "no".to_owned();
    step(&mut played, SpellingStep::Replace { at, with });
    assert_eq!(played.text("q8"), "The the plan.\n\n- one teh");
    assert_eq!(told(&played), "The word is no longer there.");
    played.act(Action::Undo);
    assert_eq!(played.text("q8"), "The teh plan.\n\n- one teh");
}

#[test]
fn next_word_is_that_behind_a_place_and_behind_the_last_the_first() {
    let mut played = written();
    let words: Vec<Misspelling> = played
        .session
        .misspelled()
        .0
        .into_iter()
        .map(|(at, _)| at)
        .collect();
    let mut from = words[0].hit.clone();
    from.range = 0..0;
    for word in words.iter().chain(&words[..1]) {
        step(&mut played, SpellingStep::GoToNext(from));
        let (_, aim) = played.session.spelling_aim().unwrap();
        assert_eq!(*aim, word.hit);
        from = aim.clone();
    }
    for word in words {
        step(&mut played, SpellingStep::IgnoreHere(word));
    }
    step(&mut played, SpellingStep::GoToNext(from));
    assert_eq!(told(&played), "No words to check in the answers.");
}

#[test]
fn replacing_asks_first_where_the_response_is_ready_for_approval() {
    let mut played = written();
    played.say_ready();
    let at = first(&played);
    let with = "the".to_owned();
    step(&mut played, SpellingStep::Replace { at, with });
    assert!(matches!(played.session.dialog(), Some(Dialog::Thaw(_))));
    assert_eq!(played.text("q8"), "The teh plan.\n\n- one teh");
}

#[test]
fn word_is_ignored_here_or_everywhere_in_its_language() {
    let mut played = written();
    let at = first(&played);
    step(&mut played, SpellingStep::IgnoreHere(at));
    assert_eq!(words(&played), ["teh", "teh", "orgnisation"]);
    // It stays when something is written before it.
    played.act(write("q8", "Now: the teh plan.\n\n- one teh"));
    look(&mut played);
    assert_eq!(words(&played), ["teh", "teh", "orgnisation"]);
    let at = first(&played);
    step(&mut played, SpellingStep::Ignore(at));
    assert_eq!(words(&played), ["teh", "orgnisation"]);
    played.act(write("q9", "Teh and TEH."));
    look(&mut played);
    assert_eq!(words(&played), ["teh", "orgnisation"]);
}

#[test]
fn added_words_are_kept_in_a_file_and_known_at_the_next_start_until_it_is_emptied() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let path = places.words(Language::English).unwrap();
    let begin = || {
        let mut played = begin_in(places.clone());
        played.act(Action::Show(Screen::Form));
        played.act(write("q8", "Zorbly teh zorbly’s"));
        look(&mut played);
        played
    };
    let mut played = begin();
    assert_eq!(words(&played), ["Zorbly", "teh", "zorbly"]);
    let at = played.session.misspelled().0[2].0.clone();
    step(&mut played, SpellingStep::Add(at));
    assert_eq!(words(&played), ["teh"]);
    assert!(told(&played).contains("“zorbly”"));
    let at = first(&played);
    step(&mut played, SpellingStep::Add(at));
    played.settle();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "zorbly\nteh\n");
    let mut played = begin();
    assert_eq!(words(&played), Vec::<String>::new());
    let own = played.session.own_words(Language::English);
    assert_eq!(own.iter().collect::<Vec<_>>(), ["teh", "zorbly"]);
    assert!(played.session.own_words(Language::French).is_empty());
    played.act(Action::OpenDialog(Dialog::EmptyWords(Language::English)));
    played.act(Action::Confirm);
    look(&mut played);
    assert_eq!(words(&played), ["Zorbly", "teh", "zorbly"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "");
}

#[test]
fn words_that_cannot_be_kept_are_known_and_the_failure_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    std::fs::create_dir(places.words(Language::English).unwrap()).unwrap();
    let mut played = begin_in(places);
    played.act(Action::Show(Screen::Form));
    played.act(write("q8", "teh"));
    look(&mut played);
    let at = first(&played);
    step(&mut played, SpellingStep::Add(at));
    played.settle();
    assert_eq!(words(&played), Vec::<String>::new());
    assert!(
        told(&played).contains("until the program closes"),
        "{}",
        told(&played)
    );
}

#[test]
fn entry_leads_to_its_word_and_tells_it() {
    let mut played = written();
    played.act(Action::Show(Screen::Review));
    let (at, _) = played.session.misspelled().0[3].clone();
    step(&mut played, SpellingStep::GoTo(at.clone()));
    assert_eq!(played.session.screen(), Screen::Form);
    assert_eq!(
        played.session.take_target(),
        Some(Target::Place(place("q8")))
    );
    assert_eq!(played.session.spelling_aim().unwrap().1, &at.hit);
    assert_eq!(told(&played), "Possible spelling mistake: orgnisation");
}

#[test]
fn thousand_words_and_one_without_end_are_counted_and_few_are_listed() {
    let mut played = begin();
    played.act(Action::Show(Screen::Form));
    let many: String = (0..1_000).map(|_| "xqzzt ").collect();
    played.act(write("q8", &many));
    played.act(write("q9", &"x".repeat(100_000)));
    look(&mut played);
    let (listed, count) = played.session.misspelled();
    assert_eq!((listed.len(), count), (200, 1_001));
}
