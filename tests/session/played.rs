//! A session played action by action.

use std::path::Path;

use chrono::{DateTime, TimeDelta};
use probitas::app::job::Control;
use probitas::app::{
    Action, Dialog, Moment, PathPurpose, Preferences, QuestionState, Request, Session, SignOffForm,
    question_state,
};
use probitas::i18n::Language;
use probitas::questionnaire::{ItemState, shipped};
use probitas::response::{Edit, Place, Readiness};
use probitas::storage::Places;

/// A session and a clock that goes on one second per action.
pub(crate) struct Played {
    pub(crate) session: Session,
    pub(crate) moment: Moment,
}

pub(crate) fn begin() -> Played {
    begin_in(Places::default())
}

/// Begins as the window does where preferences and recovery have their places.
pub(crate) fn begin_in(places: Places) -> Played {
    let moment = Moment {
        now: DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap(),
        fresh_id: uuid::Uuid::from_u128(7),
    };
    Played {
        session: Session::new(
            &shipped()[0],
            Language::English,
            Preferences::read(&places),
            moment,
        )
        .kept_in(places),
        moment,
    }
}

impl Played {
    pub(crate) fn act(&mut self, action: Action) -> &mut Self {
        self.moment.now += TimeDelta::seconds(1);
        self.session.update(action, self.moment);
        self
    }

    /// Does what the session asks for, as the window would, but at once.
    pub(crate) fn serve(&mut self) -> Vec<Request> {
        let mut others = Vec::new();
        for request in self.session.take_requests() {
            match request {
                Request::Work(job) => {
                    let result = job.run(&Control::default());
                    self.act(Action::Done(result));
                }
                other => others.push(other),
            }
        }
        others
    }

    /// Serves until nothing is asked for any more.
    pub(crate) fn settle(&mut self) -> Vec<Request> {
        let mut others = Vec::new();
        for _ in 0..20 {
            let requests = self.session.take_requests();
            if requests.is_empty() {
                return others;
            }
            for request in requests {
                match request {
                    Request::Work(job) => {
                        let result = job.run(&Control::default());
                        self.session.update(Action::Done(result), self.moment);
                    }
                    other => others.push(other),
                }
            }
        }
        panic!("the session never comes to rest");
    }

    /// A second passes, as after the last change.
    pub(crate) fn rest(&mut self) -> Vec<Request> {
        self.act(Action::Tick);
        self.settle()
    }

    /// Notes every open warning as seen.
    pub(crate) fn acknowledge_all(&mut self) {
        let session = &self.session;
        let open = session.evaluation().open_warnings(session.response());
        let keys: Vec<String> = open.map(probitas::rules::Finding::key).collect();
        let reason = String::new();
        self.act(Action::Acknowledge { keys, reason });
    }

    /// Says that the response is ready for approval.
    pub(crate) fn say_ready(&mut self) {
        let readiness = Readiness {
            at: self.moment.now,
            sha256: "0".repeat(64),
            unknown: serde_json::Map::new(),
        };
        let readiness = Some(Box::new(readiness));
        self.act(Action::Edit(Edit::ReadyForApproval(readiness)));
    }

    /// Fills the form of the screen on which the files are made.
    pub(crate) fn fill(&mut self, change: impl FnOnce(&mut SignOffForm)) {
        let mut form = self.session.sign_off().form().clone();
        change(&mut form);
        self.act(Action::FillSignOff(Box::new(form)));
    }

    pub(crate) fn text(&self, item: &str) -> String {
        let answer = self.session.response().answer(&item.into());
        answer
            .map(|answer| answer.text.en.clone())
            .unwrap_or_default()
    }

    pub(crate) fn state(&self, item: &str) -> ItemState {
        self.session
            .response()
            .state(self.session.questionnaire(), &item.into())
    }

    pub(crate) fn question(&self, id: &str) -> QuestionState {
        let mut questions = self.session.questionnaire().questions();
        question_state(
            &self.session,
            questions.find(|question| question.id == id).unwrap(),
        )
    }

    pub(crate) fn shown(&self, item: &str) -> usize {
        self.session.shown_at(&place(item)).count()
    }
}

pub(crate) fn place(item: &str) -> Place {
    Place::Item(item.into())
}

pub(crate) fn write(item: &str, text: &str) -> Action {
    Action::Edit(Edit::Write {
        item: item.into(),
        language: Language::English,
        text: text.to_owned(),
    })
}

pub(crate) fn choose(item: &str, option: &str) -> Action {
    Action::Edit(Edit::Choose {
        item: item.into(),
        options: [option.into()].into(),
    })
}

pub(crate) fn save_as(path: &Path) -> Action {
    Action::OpenDialog(Dialog::Path {
        purpose: PathPurpose::SaveAs,
        path: path.to_string_lossy().into_owned(),
    })
}
