//! Documents that the tests of layout and PDF share.
#![allow(dead_code, reason = "each test program uses some of them")]
#![allow(clippy::too_many_lines, reason = "a document is as long as it is")]

use probitas::i18n::Language::{self, English, French};
use probitas::report::document::{
    AnswerOption, Block, Document, Fact, List, Numbering, Options, PageNumber, Part, Running,
    Selection, SignLine, Style, Text,
};

pub(crate) fn text(language: Language, content: &str) -> Text {
    Text::new(language, content)
}

pub(crate) fn heading(level: u8, language: Language, content: &str) -> Block {
    Block::Heading {
        level,
        text: text(language, content),
    }
}

pub(crate) fn paragraph(style: Style, language: Language, content: &str) -> Block {
    Block::Paragraph {
        style,
        text: text(language, content),
        keep_with_next: false,
    }
}

pub(crate) fn body(content: &str) -> Block {
    paragraph(Style::Body, English, content)
}

pub(crate) fn bullets(items: Vec<Vec<Block>>) -> Block {
    Block::List(List {
        numbering: Numbering::Bullets,
        items,
    })
}

pub(crate) fn numbers(first: u64, items: Vec<Vec<Block>>) -> Block {
    Block::List(List {
        numbering: Numbering::Numbers { first },
        items,
    })
}

pub(crate) fn options(language: Language, selection: Selection, labels: &[(bool, &str)]) -> Block {
    let options = labels.iter().map(|(selected, label)| AnswerOption {
        selected: *selected,
        state: match (language, selected) {
            (English, true) => "Selected",
            (English, false) => "Not selected",
            (French, true) => "Coché",
            (French, false) => "Non coché",
        }
        .to_owned(),
        label: text(language, label),
        options: Vec::new(),
    });
    Block::Options(Options {
        selection,
        options: options.collect(),
    })
}

fn fact(language: Language, name: &str, value: &str) -> Fact {
    Fact {
        name: text(language, name),
        value: text(language, value),
    }
}

pub(crate) fn running(language: Language) -> Running {
    let english = language == English;
    let pick = |en: &str, fr: &str| {
        if english {
            en.to_owned()
        } else {
            fr.to_owned()
        }
    };
    Running {
        apart: None,
        organization: pick(
            "Treasury Board of Canada Secretariat",
            "Secrétariat du Conseil du Trésor du Canada",
        ),
        title: pick(
            "Self-assessment on values and ethics",
            "Autoévaluation sur les valeurs et l’éthique",
        ),
        marking: Some(pick("Unclassified", "Non classifié")),
        banner: None,
        fingerprint: Some(pick(
            "Fingerprint: 9F86 D081 884C 7D65 9A2F EAA0",
            "Empreinte\u{a0}: 9F86 D081 884C 7D65 9A2F EAA0",
        )),
        revision: Some(pick(
            "Revision 1, July 31, 2024",
            "Révision 1, 31 juillet 2024",
        )),
        page_number: PageNumber {
            before: "Page ".to_owned(),
            between: pick(" of ", " de "),
            after: String::new(),
            other: None,
        },
        unofficial_note: (!english)
            .then(|| "Libellé français non officiel (traduction de Probitas)".to_owned()),
    }
}

/// A document of one English part with nothing but the given blocks.
pub(crate) fn plain(blocks: Vec<Block>) -> Document {
    let part = Part {
        language: English,
        title: "English".to_owned(),
        running: running(English),
        blocks,
    };
    Document {
        title: "Test".to_owned(),
        parts: vec![part],
    }
}

/// Both languages, the French one as a draft.
pub(crate) fn bilingual() -> Document {
    let english = Part {
        language: English,
        title: "English".to_owned(),
        running: running(English),
        blocks: english(),
    };
    let mut french_running = running(French);
    french_running.banner = Some("ÉBAUCHE".to_owned());
    french_running.fingerprint = None;
    let french = Part {
        language: French,
        title: "Français".to_owned(),
        running: french_running,
        blocks: french(),
    };
    let title =
        "Self-assessment on values and ethics / Autoévaluation sur les valeurs et l’éthique";
    Document {
        title: title.to_owned(),
        parts: vec![english, french],
    }
}

/// Answers from seed 001 (Treasury Board of Canada Secretariat) and, for
/// headings inside an answer and a long list, seed 004 (Immigration, Refugees
/// and Citizenship Canada).
pub(crate) fn english() -> Vec<Block> {
    let e = |content: &str| text(English, content);
    let prompt = |content: &str| paragraph(Style::Prompt, English, content);
    let mut blocks = vec![
        heading(
            1,
            English,
            "Self-assessment on actions undertaken to advance a renewed conversation on values and ethics",
        ),
        Block::Facts(vec![
            fact(
                English,
                "Organization",
                "Treasury Board of Canada Secretariat",
            ),
            fact(English, "Cycle", "2024"),
            fact(English, "Submitted to", "Privy Council Office"),
            fact(
                English,
                "Prepared by",
                "Camille Tremblay-Nguyen, Senior Analyst, Values and Ethics, Human Resources Division and Corporate Services Sector",
            ),
        ]),
        heading(2, English, "Part I. Values and ethics training plans"),
        heading(3, English, "Question 1"),
        prompt(
            "Has your organization developed department-specific values and ethics training plans down to the divisional level?",
        ),
        options(English, Selection::One, &[(true, "Yes"), (false, "No")]),
        prompt(
            "If not, to what level have department-specific values and ethics training plans been developed and what is your target time frame for completing this work?",
        ),
        paragraph(Style::Label, English, "Additional information"),
        body(
            "Additional information on Treasury Board Secretariat’s (TBS) departmental Values and Ethics (V&E) training plan:",
        ),
        bullets(vec![
            vec![body(
                "TBS has developed and is currently offering training sessions to managers to facilitate conversations about the V&E Code, its Departmental Code of Conduct, and Conflict of Interest.",
            )],
            vec![body(
                "TBS had already included the Canada School of Public Service (CSPS) courses on V&E on its list of mandatory training for employees and managers. Once the new training is available, TBS will promote the training through a campaign to ensure all employees are aware of the requirement to complete the training, and we will track progress through reporting mechanisms.",
            )],
        ]),
        heading(3, English, "Question 2"),
        prompt("Has your organization fully implemented department-specific training plans?"),
        options(English, Selection::One, &[(true, "Yes"), (false, "No")]),
        prompt("If not, what is your target time frame for completing this work?"),
        paragraph(Style::State, English, "N/A"),
        heading(2, English, "Part II. Codes of conduct"),
        heading(3, English, "Question 3"),
        prompt("Has your organization reviewed its code of conduct?"),
        options(
            English,
            Selection::One,
            &[
                (false, "My organization has reviewed its code of conduct."),
                (
                    true,
                    "My organization is in the process of reviewing its code of conduct.",
                ),
            ],
        ),
        heading(3, English, "Question 4"),
        prompt(
            "If your organization is in the process of reviewing its code of conduct, what is your target time frame for completing the review?",
        ),
        paragraph(Style::Label, English, "Response provided in French"),
        paragraph(
            Style::Body,
            French,
            "Le Secrétariat révise son code de conduite; la date cible est le début de 2025.",
        ),
        heading(
            2,
            English,
            "Part III. Discussions on personal accountability in upholding public service values and ethics",
        ),
        heading(3, English, "Question 6"),
        prompt(
            "What activities or actions has your organization undertaken to foster a conversation at all levels on personal accountability to uphold our public service values and ethics?",
        ),
        paragraph(Style::Hint, English, "Select all that apply."),
        options(
            English,
            Selection::Several,
            &[
                (
                    true,
                    "Dedicated discussions at executive and management committee meetings",
                ),
                (
                    true,
                    "Focused engagement sessions on specific topics (e.g., conflicts of interest, social media, emerging technologies)",
                ),
                (false, "Town halls or all-staff meetings"),
                (
                    true,
                    "Inclusion in employees’ performance and talent management cycle discussions",
                ),
                (false, "Specific values and ethics communications campaigns"),
            ],
        ),
    ];
    blocks.extend(english_texts());
    blocks.push(heading(2, English, "Approval"));
    blocks.push(Block::Paragraph {
        style: Style::Body,
        text: e("As deputy head of the organization named below, I have reviewed this self-assessment and approve it, in the language(s) indicated, for submission to the central agency named below."),
        keep_with_next: true,
    });
    let line = |label: &str, value: Option<&str>| SignLine {
        label: e(label),
        value: value.map(e),
    };
    blocks.push(Block::SignOff(vec![
        line("Name", Some("Stéphane Perrault-Whiteduck")),
        line("Title", Some("President")),
        line("Signature", None),
        line("Date (yyyy-mm-dd)", None),
    ]));
    blocks
}

fn english_texts() -> Vec<Block> {
    let prompt = |content: &str| paragraph(Style::Prompt, English, content);
    vec![
        prompt(
            "Please provide additional details on activities that you have undertaken, including those not listed above.",
        ),
        body(
            "The Associate Secretary and Head of Human Resources completed a Roadshow exercise to all executive tables in May 2024 to reinforce importance of dialogues within their sectors.",
        ),
        numbers(
            8,
            vec![
                vec![body(
                    "Training sessions for managers to facilitate dialogues at all levels have taken place. Armchair series will take place between now and the end of 2024.",
                )],
                vec![
                    body("Toolkit and scenarios will be shared with managers:"),
                    bullets(vec![
                        vec![
                            body(
                                "in order for them to facilitate discussions with their own organizations starting mid-June;",
                            ),
                            body(
                                "Feedback mechanisms are being developed to assess our departmental progress on these dialogues.",
                            ),
                        ],
                        vec![
                            body("Engagement, through the feedback mechanisms:"),
                            bullets(vec![vec![
                                body("will also allow to gather input into the code of conduct,"),
                                bullets(vec![vec![body(
                                    "application guide, and other resources.",
                                )]]),
                            ]]),
                        ],
                    ]),
                ],
                vec![body(
                    "Additional activities such as town halls are being planned for the fall.",
                )],
            ],
        ),
        heading(2, English, "Part IV. Additional information"),
        heading(3, English, "Question 8"),
        prompt(
            "What recurring themes (e.g., social media, emerging technology, conflicts of interest) have emerged from conversations with employees across your organization?",
        ),
        heading(
            4,
            English,
            "What the department has observed regarding the use of social media",
        ),
        body(
            "Social media platforms like Twitter, Facebook, and LinkedIn have become integral to the personal and professional lives of our employees. They often use these platforms to share their thoughts and engage in discussions on various topics. However, when these topics are polarizing—such as political opinions, social justice issues, or controversial policies—there is a risk that personal expressions can be misinterpreted as official stances of IRCC, thereby impacting the Department’s image and credibility.",
        ),
        heading(4, English, "What we have heard"),
        body(
            "Employees have indicated a need for clear policies: Detailed social media policies that outline acceptable use, including what can and cannot be shared, and how to distinguish personal views from professional ones.",
        ),
        heading(3, English, "Question 11"),
        prompt(
            "What indicators will be used to measure increased employee awareness of the role of values and ethics in their daily work?",
        ),
        body(
            "IRCC employs several traditional mechanisms to gauge employee awareness, adoption, and the impact of initiatives or changes related to values and ethics. These mechanisms include:",
        ),
        bullets(vec![
            vec![body("PSES Survey")],
            vec![body("Employee engagement activities")],
            vec![body(
                "Monitoring compliance with mandatory values and ethics training",
            )],
            vec![body(
                "Analyzing trends in employee conflict of interest disclosures",
            )],
            vec![body(
                "Analyzing trends in employee misconduct (workplace investigations)",
            )],
        ]),
        body(
            "In addition to these traditional methods, IRCC launched its own “Employee Pulse Survey” in February 2024. This bi-annual survey includes questions specifically about values and ethics and serves as a key performance indicator (KPI) for evaluating the effectiveness of current and future initiatives in this area.",
        ),
    ]
}

/// Official and unofficial wording, with an answer made for this test.
pub(crate) fn french() -> Vec<Block> {
    let prompt = |content: &str| paragraph(Style::Prompt, French, content);
    let unofficial = |style: Style, content: &str| Block::Paragraph {
        style,
        text: text(French, content).marked_unofficial(true),
        keep_with_next: false,
    };
    vec![
        heading(
            1,
            French,
            "Autoévaluation des mesures prises pour faire progresser la discussion renouvelée sur les valeurs et l’éthique",
        ),
        Block::Facts(vec![
            fact(
                French,
                "Organisation",
                "Secrétariat du Conseil du Trésor du Canada",
            ),
            fact(French, "Présentée à", "Bureau du Conseil privé"),
        ]),
        heading(
            2,
            French,
            "Partie I. Plans de formation en matière de valeurs et d’éthique",
        ),
        heading(3, French, "Question 1"),
        prompt(
            "Votre organisation a-t-elle élaboré des plans de formation propres au ministère concernant les valeurs et l’éthique, et ce, jusqu’au niveau divisionnaire?",
        ),
        options(French, Selection::One, &[(false, "Oui"), (true, "Non")]),
        paragraph(
            Style::Body,
            French,
            "L’efficacité d’un «\u{a0}code de conduite\u{a0}» dépend de l’œuvre collective\u{a0}: où, çà et là, naïveté, Noël, cœur – un tiret demi-cadratin — et un cadratin… 25\u{a0}% de 1\u{202f}000\u{a0}$ (sous\u{2011}ministre).",
        ),
        heading(
            2,
            French,
            "Partie III. Discussions sur la responsabilité personnelle de respecter les valeurs et l’éthique de la fonction publique",
        ),
        heading(3, French, "Question 6"),
        unofficial(
            Style::Prompt,
            "Quelles activités votre organisation a-t-elle menées, ou quelles mesures a-t-elle prises, pour favoriser une discussion à tous les échelons sur la responsabilité personnelle de respecter les valeurs et l’éthique de la fonction publique?",
        ),
        paragraph(Style::State, French, "Aucune réponse soumise."),
    ]
}

/// Texts that are hard to lay out, each with a name.
pub(crate) fn hostile() -> Vec<(&'static str, String)> {
    vec![
        (
            "a word of 5,000 characters",
            "Verantwortung".chars().cycle().take(5_000).collect(),
        ),
        (
            "15,000 characters without a space",
            "0123456789abcdef".chars().cycle().take(15_000).collect(),
        ),
        (
            "15,000 characters of words",
            "values and ethics ".chars().cycle().take(15_000).collect(),
        ),
        ("an emoji", "Thanks 😀 to all 👩‍👩‍👧 of you".to_owned()),
        ("many emoji", "😀".repeat(300)),
        (
            "combining marks",
            "W\u{331}SÁNEĆ, Sḵwx\u{331}wú7mesh, e\u{301}cole, x\u{331}\u{301}\u{308}".to_owned(),
        ),
        ("syllabics", "ᓄᓇᕗᑦ and ᓄᓇᕗᑦ\u{301} ᐃᓄᒃᑎᑐᑦ".to_owned()),
        (
            "no-break spaces",
            "1\u{202f}000\u{a0}$, 25\u{a0}%, «\u{a0}oui\u{a0}»\u{a0}".to_owned(),
        ),
        (
            "no-break spaces only",
            "a\u{a0}b\u{202f}c\u{2011}".repeat(400),
        ),
        ("spaces", format!("a{}b   ", " ".repeat(600))),
        (
            "tabs and other breaks",
            "one\ttwo\r\nthree\u{2028}four\u{b}five".to_owned(),
        ),
        ("right to left", "שלום and مرحبا\u{202e}abc".to_owned()),
        (
            "arrows that were typed",
            "a -> b => c <- d 3x4 (c) ff fi ffl".to_owned(),
        ),
        (
            "controls",
            "a\u{7}b\u{200b}c\u{200d}d\u{feff}e\u{ad}f".to_owned(),
        ),
    ]
}
