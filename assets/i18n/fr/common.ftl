language-english = anglais
language-french = français
program-name = Probitas
state-unanswered = sans réponse
state-answered = réponse fournie
state-not-applicable = sans objet
state-no-response = aucune réponse soumise
state-not-asked = question non posée
role-preparer = responsable de la préparation
role-deputy-head = administrateur général ou administratrice générale
date-long = { $day ->
    [1] 1er
   *[other] { $day }
 } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[other] décembre
 } { $year }
moment-utc = { $date }, { $hour } h { $minute } UTC
