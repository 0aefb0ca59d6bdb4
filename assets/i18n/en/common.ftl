language-english = English
language-french = French
program-name = Probitas
state-unanswered = unanswered
state-answered = answered
state-not-applicable = not applicable
state-no-response = no response submitted
state-not-asked = not asked
role-preparer = preparer
role-deputy-head = deputy head
date-long = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
 } { $day }, { $year }
moment-utc = { $date }, { $hour }:{ $minute } UTC
