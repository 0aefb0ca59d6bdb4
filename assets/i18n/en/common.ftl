language-english = English
language-french = French
program-name = Probitas
state-unanswered = unanswered
state-answered = answered
state-not-applicable = not applicable
state-no-response = no response submitted
state-not-asked = not asked
