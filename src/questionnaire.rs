//! The questionnaire as data.
