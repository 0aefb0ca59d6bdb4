language-english = anglais
language-french = français
program-name = Probitas
state-unanswered = sans réponse
state-answered = réponse fournie
state-not-applicable = sans objet
state-no-response = aucune réponse soumise
state-not-asked = question non posée
