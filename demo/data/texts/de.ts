/**
 * The demo's texts in German, by their English. Names of people, streets, stations and registers stay as they are. A key with
 * `{slots}` stands for all texts that differ only there. No clinician has read the questions and messages about health in
 * this language.
 */
export default {
  // The business
  'After that, half of the price is due. If you are unwell, call us and we will find another time.':
    'Danach ist die Hälfte des Preises fällig. Wenn es Ihnen nicht gut geht, rufen Sie uns an, und wir finden einen anderen Termin.',
  'Booking terms': 'Buchungsbedingungen',
  'Privacy notice': 'Datenschutzhinweise',
  'Clients of Lantern Lane Massage': 'Kundschaft von Lantern Lane Massage',
  'Left after a booking at Lantern Lane Massage': 'Bewertung nach einer Buchung bei Lantern Lane Massage',

  // Services
  'Some people come once, some every few weeks. Talk about it with your therapist; there is no set number.':
    'Manche kommen einmal, manche alle paar Wochen. Sprechen Sie mit Ihrer Fachkraft darüber; eine feste Zahl gibt es nicht.',
  'Leave yourself a little time afterwards. Have some water, move gently, and call your therapist if anything feels wrong. If pain stays or gets worse, have it looked at by your GP.':
    'Lassen Sie sich danach etwas Zeit. Trinken Sie etwas Wasser, bewegen Sie sich sanft und rufen Sie Ihre Fachkraft an, wenn sich etwas nicht richtig anfühlt. Wenn Schmerzen bleiben oder stärker werden, lassen Sie sie in Ihrer Hausarztpraxis ansehen.',
  'Back, neck and shoulders': 'Rücken, Nacken und Schultern',
  'Whole body': 'Ganzer Körper',
  'Firm work': 'Fester Druck',
  'Back massage': 'Rückenmassage',
  'Upper, middle and lower back, neck and shoulders. Flowing strokes, then slower work on the tight spots.':
    'Oberer, mittlerer und unterer Rücken, Nacken und Schultern. Fließende Griffe, dann langsameres Arbeiten an den verspannten Stellen.',
  'Swedish massage': 'Schwedische Massage',
  'Whole body, light to medium pressure.': 'Ganzer Körper, leichter bis mittlerer Druck.',
  'Holistic massage': 'Ganzheitliche Massage',
  'A slower session for the whole of you, planned together at the start.':
    'Eine ruhigere Massage für den ganzen Menschen, zu Beginn gemeinsam geplant.',
  'Relaxing massage': 'Entspannungsmassage',
  'Slow and light, with time to drift off.': 'Langsam und leicht, mit Zeit zum Wegdämmern.',
  'Full body massage': 'Ganzkörpermassage',
  'Head to feet at one steady, medium pressure.': 'Von Kopf bis Fuß mit gleichmäßigem, mittlerem Druck.',
  'Deep tissue': 'Tiefengewebsmassage',
  'Slow, firm work on stubborn areas. Stronger than Swedish.':
    'Langsames, festes Arbeiten an hartnäckigen Stellen. Kräftiger als die schwedische Massage.',
  'Trigger point': 'Triggerpunktmassage',
  'Steady pressure on single tight spots, with pauses.':
    'Gleichmäßiger Druck auf einzelne verspannte Stellen, mit Pausen.',
  'Sports massage': 'Sportmassage',
  'For training and recovery. Firm, with stretching.': 'Für Training und Erholung. Fest, mit Dehnen.',
  'Myofascial release': 'Myofasziale Massage',
  'Slow, sustained stretches of skin and fascia, with little or no oil.':
    'Langsames, anhaltendes Dehnen von Haut und Faszien, mit wenig oder ohne Öl.',
  'Aromatherapy massage': 'Aromamassage',
  'A light massage with scented oils chosen together.': 'Eine leichte Massage mit gemeinsam ausgesuchten Duftölen.',
  'Hot stone massage': 'Hot-Stone-Massage',
  'Warm, smooth stones and slow strokes. At the therapist’s only, where the heater is.':
    'Warme, glatte Steine und langsame Griffe. Nur in der Praxis, wo das Wärmegerät steht.',

  // Questions about services
  'Do I have to undress?': 'Muss ich mich ausziehen?',
  'Only as far as you like. You are covered by towels, and only the part being worked on is uncovered.':
    'Nur so weit, wie Sie möchten. Sie sind mit Handtüchern bedeckt; frei ist nur die Stelle, die gerade massiert wird.',
  'Will it hurt?': 'Tut es weh?',
  'It should never be more than you want. Say so at any time and the pressure changes.':
    'Es soll nie mehr sein, als Sie möchten. Sagen Sie jederzeit Bescheid, dann ändert sich der Druck.',
  'May I fall asleep?': 'Darf ich einschlafen?',
  'Of course, many people do. You are woken gently a few minutes before the end.':
    'Natürlich, das geht vielen so. Sie werden einige Minuten vor dem Ende sanft geweckt.',
  'How firm is it?': 'Wie fest ist der Druck?',
  'As firm as you like it to be, and never more. Your therapist works slowly and asks along the way.':
    'So fest, wie Sie es mögen, und nie fester. Ihre Fachkraft arbeitet langsam und fragt zwischendurch nach.',
  'Will I feel it the day after?': 'Spüre ich es am nächsten Tag noch?',
  'Some people do, as after exercise. Plan a quieter evening if you can.':
    'Manche schon, wie nach dem Sport. Planen Sie wenn möglich einen ruhigeren Abend ein.',
  'What if my skin does not like a scent?': 'Was, wenn meine Haut einen Duft nicht verträgt?',
  'Say so beforehand. There is always a plain oil without scent, and you can smell every blend first.':
    'Sagen Sie es vorher. Es gibt immer ein einfaches Öl ohne Duft, und Sie können an jeder Mischung vorher riechen.',
  'How warm are the stones?': 'Wie warm sind die Steine?',
  'Pleasantly warm, tested in the hand before they touch you. One word, and they are taken away.':
    'Angenehm warm und in der Hand geprüft, bevor sie Sie berühren. Ein Wort genügt, und sie werden weggenommen.',

  // Ways of working, with the words people search by
  'Long gliding strokes': 'Lange, gleitende Striche',
  effleurage: 'Effleurage',
  gliding: 'Gleiten',
  stroking: 'Streichungen',
  Kneading: 'Kneten',
  petrissage: 'Petrissage',
  squeezing: 'Drücken',
  rolling: 'Rollen',
  'Small circles with the thumbs': 'Kleine Kreise mit den Daumen',
  friction: 'Friktion',
  circling: 'Kreisen',
  'cross-fibre': 'Querfriktion',
  'Steady pressing': 'Gleichmäßiges Drücken',
  compression: 'Kompression',
  pressing: 'Pressen',
  leaning: 'Auflehnen',
  'Light drumming': 'Leichtes Trommeln',
  tapotement: 'Tapotement',
  percussion: 'Klopfen',
  drumming: 'Trommeln',
  'Assisted stretching': 'Geführtes Dehnen',
  stretches: 'Dehnungen',
  mobilising: 'Mobilisieren',
  'Holding one tight spot': 'Halten einer verspannten Stelle',
  'trigger point therapy': 'Triggerpunkttherapie',
  acupressure: 'Akupressur',
  knots: 'Verspannungen',
  'Slow stretching of skin and fascia': 'Langsames Dehnen von Haut und Faszien',
  'myofascial release': 'Myofascial Release',
  'skin rolling': 'Hautrollen',
  MFR: 'MFR',
  'Warm stones': 'Warme Steine',
  'hot stones': 'heiße Steine',
  'basalt stones': 'Basaltsteine',
  'Scented oils': 'Duftöle',
  aromatherapy: 'Aromatherapie',
  'essential oils': 'ätherische Öle',

  // Parts of the body a service is for
  back: 'Rücken',
  'upper back': 'oberer Rücken',
  'middle back': 'mittlerer Rücken',
  'lower back': 'unterer Rücken',
  neck: 'Nacken',
  shoulders: 'Schultern',
  'between the shoulder blades': 'zwischen den Schulterblättern',
  arms: 'Arme',
  hands: 'Hände',
  hips: 'Hüften',
  legs: 'Beine',
  feet: 'Füße',
  head: 'Kopf',

  // Add-ons
  'Half an hour of slow, light work from head to feet, straight after.':
    'Eine halbe Stunde langsame, leichte Massage von Kopf bis Fuß, direkt im Anschluss.',
  'Arms, legs and feet as well, at the same pressure.': 'Auch Arme, Beine und Füße, mit demselben Druck.',
  'Extra time for back, neck and shoulders.': 'Mehr Zeit für Rücken, Nacken und Schultern.',
  'Hot stones': 'Heiße Steine',
  'Smooth warm stones on the back before the session.': 'Glatte warme Steine auf dem Rücken vor der Massage.',
  'Essential oils': 'Ätherische Öle',
  'A blend you choose together. Tell your therapist about anything your skin does not like.':
    'Eine Mischung, die Sie gemeinsam aussuchen. Sagen Sie Ihrer Fachkraft, was Ihre Haut nicht verträgt.',

  // Therapists
  'Back, neck and shoulders, at your pace': 'Rücken, Nacken und Schultern, in Ihrem Tempo',
  'I have worked with London’s desk workers, dancers and new runners for eleven years. We talk first, agree where and how firmly I work, and you can change your mind at any moment.':
    'Seit elf Jahren massiere ich in London Menschen, die am Schreibtisch sitzen, tanzen oder gerade mit dem Laufen anfangen. Wir sprechen zuerst und vereinbaren, wo und wie fest ich arbeite, und Sie können es sich jederzeit anders überlegen.',
  '{name} works in and around {area}. You agree at the start what the session is for, and can change it at any time.':
    '{name} arbeitet in {area} und Umgebung. Sie vereinbaren zu Beginn, worum es bei der Massage geht, und können das jederzeit ändern.',
  'Unhurried sessions, and you set the pressure': 'Massagen ohne Eile, und Sie bestimmen den Druck',
  'Firm where you want it, never more': 'Fest, wo Sie es möchten, und nie mehr',
  'Quiet rooms, warm towels, plain talk': 'Ruhige Räume, warme Handtücher, klare Worte',
  'For people who sit too long and know it': 'Für alle, die zu lange sitzen und das wissen',
  'Between training days': 'Zwischen den Trainingstagen',
  'Gentle work with room to breathe': 'Sanfte Massage mit Raum zum Atmen',
  'One thing at a time, done properly': 'Eins nach dem anderen, und das richtig',
  'Desk work and long hours': 'Schreibtisch und lange Arbeitstage',
  'Tight necks and stiff shoulders': 'Verspannter Nacken und steife Schultern',
  'Unwinding after a full week': 'Abschalten nach einer vollen Woche',
  'Runners, cyclists and gym-goers': 'Laufen, Radfahren und Fitnessstudio',
  'Long days on your feet': 'Lange Tage auf den Beinen',
  'A first massage': 'Die erste Massage',
  'Musicians and performers': 'Musik und Bühne',
  'Later life, at a gentle pace': 'Im höheren Alter, in sanftem Tempo',
  'Parents with their hands full': 'Eltern, die alle Hände voll zu tun haben',
  'Registered massage therapist': 'Registrierte Massagefachkraft',
  'Level 3 diploma in massage': 'Massagediplom, Level 3',
  'Level 4 diploma in massage': 'Massagediplom, Level 4',
  'Level 5 diploma in massage': 'Massagediplom, Level 5',
  'Five minutes’ walk from Baker Street station.': 'Fünf Minuten zu Fuß von der Station Baker Street.',
  'A few minutes’ walk from {station} station.': 'Wenige Minuten zu Fuß von der Station {station}.',
  'Press bell 2 and take the lift to the second floor.':
    'Klingeln Sie bei 2 und nehmen Sie den Aufzug in den zweiten Stock.',
  'Ring the bell by the side door.': 'Klingeln Sie an der Seitentür.',
  'Second floor': 'Zweiter Stock',

  // What clients said
  'She asked more questions than anybody before her, and then did exactly what we had agreed.':
    'Sie hat mehr gefragt als alle vor ihr und dann genau das gemacht, was wir vereinbart hatten.',
  'Calm, punctual, and the table was up in two minutes.': 'Ruhig, pünktlich, und die Liege stand in zwei Minuten.',
  'Listened first, and checked the pressure without my having to ask.':
    'Hat zuerst zugehört und nach dem Druck gefragt, ohne dass ich etwas sagen musste.',
  'On time, kind, and clear about what the hour would be.':
    'Pünktlich, freundlich, und es war klar, was in der Stunde passiert.',
  'I fell asleep, which I never do.': 'Ich bin eingeschlafen, was mir sonst nie passiert.',
  'Found the spot between my shoulder blades straight away.':
    'Hat die Stelle zwischen meinen Schulterblättern sofort gefunden.',
  'The room was warm and there was no hurry at the end.': 'Der Raum war warm, und am Ende gab es keine Eile.',
  'I said I was nervous, and it was fine from then on.':
    'Ich habe gesagt, dass ich nervös bin, und von da an war alles gut.',

  // The massage form: its frame
  'Before your massage': 'Vor Ihrer Massage',
  'Before your warm stones massage': 'Vor Ihrer Massage mit warmen Steinen',
  'Your therapist keeps these answers for 7 years after your last session, as their insurer asks. Then they are deleted.':
    'Ihre Fachkraft bewahrt diese Antworten nach Ihrem letzten Termin 7 Jahre lang auf, wie es die Versicherung verlangt. Dann werden sie gelöscht.',
  'What you have chosen': 'Was Sie gewählt haben',
  'At the therapist’s': 'In der Praxis',
  'At your place': 'Bei Ihnen',
  'A therapist’s gender can be chosen': 'Das Geschlecht der Fachkraft kann gewählt werden',
  'Hours until your session': 'Stunden bis zu Ihrem Termin',
  Yes: 'Ja',
  No: 'Nein',
  'None of these': 'Nichts davon',
  'I’m not sure': 'Ich bin nicht sicher',
  'No preference': 'Egal',

  // The massage form: safety check
  'What brings you?': 'Was führt Sie zu uns?',
  'So that you are asked only what matters for you.': 'Damit wir Sie nur fragen, was für Sie wichtig ist.',
  'A stiff upper back': 'Ein steifer oberer Rücken',
  'A sore lower back': 'Ein schmerzender unterer Rücken',
  'A tight neck or shoulders': 'Ein verspannter Nacken oder verspannte Schultern',
  'Moving less freely': 'Ich kann mich weniger frei bewegen',
  'Feeling stressed': 'Stress',
  'Tired muscles': 'Müde Muskeln',
  'Just to relax': 'Einfach entspannen',
  'Do you have any of these?': 'Haben Sie etwas davon?',
  'With some signs a massage is not safe. Your answer stays on this device.':
    'Bei manchen Anzeichen ist eine Massage nicht sicher. Ihre Antwort bleibt auf diesem Gerät.',
  'New, getting worse, or not yet seen by a doctor: back or leg pain with numbness or tingling around your genitals, bottom or inner thighs, trouble peeing, leaking pee or poo, or less feeling during sex':
    'Neu, schlimmer werdend oder noch nicht ärztlich untersucht: Rücken- oder Beinschmerzen mit Taubheit oder Kribbeln an Genitalien, Gesäß oder Innenseiten der Oberschenkel, Probleme beim Wasserlassen, ungewollter Abgang von Urin oder Stuhl oder weniger Gefühl beim Sex',
  'New, getting worse, or not yet seen by a doctor: pain, tingling, numbness or weakness in both legs, or a leg that is quickly getting weaker':
    'Neu, schlimmer werdend oder noch nicht ärztlich untersucht: Schmerzen, Kribbeln, Taubheit oder Schwäche in beiden Beinen, oder ein Bein, das schnell schwächer wird',
  'Chest pain, sudden trouble breathing, or coughing up blood':
    'Schmerzen in der Brust, plötzliche Atemnot oder Husten mit Blut',
  'New, getting worse, or not yet seen by a doctor: back pain that began after a bad fall or an accident':
    'Neu, schlimmer werdend oder noch nicht ärztlich untersucht: Rückenschmerzen, die nach einem schweren Sturz oder einem Unfall begonnen haben',
  'One leg or arm that is newly swollen, warm, throbbing or a different colour':
    'Ein Bein oder ein Arm, neu geschwollen, warm, pochend oder anders gefärbt',
  'Back pain with a high temperature, losing weight without trying, a new lump or change of shape, or much worse at night and not easing with rest':
    'Rückenschmerzen mit Fieber, ungewolltem Gewichtsverlust, einem neuen Knoten oder veränderter Form des Rückens, oder nachts viel stärker und auch in Ruhe nicht besser',
  'I’m not sure about one of these': 'Bei einem davon bin ich nicht sicher',
  'A new injury or sudden strain: when was it?': 'Eine neue Verletzung oder plötzliche Zerrung: Wann war das?',
  'Massage usually waits until the first 2 to 3 days have passed. Your answer stays on this device.':
    'Mit einer Massage wartet man meist, bis die ersten 2 bis 3 Tage vorbei sind. Ihre Antwort bleibt auf diesem Gerät.',
  'No new injury': 'Keine neue Verletzung',
  '3 days ago or longer': 'Vor 3 Tagen oder länger her',
  '2 to 3 days ago': 'Vor 2 bis 3 Tagen',
  '1 to 2 days ago': 'Vor 1 bis 2 Tagen',
  '12 to 24 hours ago': 'Vor 12 bis 24 Stunden',
  'In the last 12 hours': 'In den letzten 12 Stunden',
  'Does any of these apply to you?': 'Trifft etwas davon auf Sie zu?',
  'You can still ask for a time. Your therapist may plan the session differently, or read your request first.':
    'Sie können trotzdem einen Termin anfragen. Ihre Fachkraft plant die Massage vielleicht anders oder liest zuerst Ihre Anfrage.',
  'Numbness, weak legs or an old back injury that my doctor knows about':
    'Taubheit, schwache Beine oder eine alte Rückenverletzung, die ärztlich bekannt ist',
  'A blood clot in the last 6 months': 'Ein Blutgerinnsel in den letzten 6 Monaten',
  'Blood thinners, or blood that does not clot well': 'Blutverdünner, oder Blut, das schlecht gerinnt',
  'Thin bones (osteoporosis), or a bone broken in the last 6 months':
    'Knochenschwund (Osteoporose) oder ein Knochenbruch in den letzten 6 Monaten',
  'Cancer, now or in the last 12 months': 'Krebs, jetzt oder in den letzten 12 Monaten',
  'An operation in the last 6 months': 'Eine Operation in den letzten 6 Monaten',
  'Heart trouble, a stroke or mini-stroke, or high blood pressure':
    'Herzprobleme, ein Schlaganfall oder Mini-Schlaganfall (TIA) oder hoher Blutdruck',
  'A spine problem that a doctor has named': 'Ein ärztlich festgestelltes Problem der Wirbelsäule',
  'Pain, numbness or tingling down one leg': 'Schmerzen, Taubheit oder Kribbeln, die in ein Bein ziehen',
  'Diabetes with less feeling, epilepsy, bad asthma, kidney or liver problems, or lymphoedema':
    'Diabetes mit vermindertem Gefühl, Epilepsie, schweres Asthma, Nieren- oder Leberprobleme oder Lymphödem',
  'Pregnant, or gave birth in the last 12 weeks': 'Schwangerschaft, oder Geburt in den letzten 12 Wochen',
  'Under 18': 'Unter 18',
  'Are you still taking medicine or having care for the clot?':
    'Nehmen Sie wegen des Gerinnsels noch Medikamente oder sind Sie noch in Behandlung?',
  'No, that is over': 'Nein, das ist vorbei',
  'Which is it?': 'Was davon ist es?',
  'Thin bones, and no broken bone lately': 'Knochenschwund, und in letzter Zeit kein Bruch',
  'A bone broken in the last 6 months, or bones that break easily':
    'Ein Knochenbruch in den letzten 6 Monaten, oder Knochen, die leicht brechen',
  'When was the operation?': 'Wann war die Operation?',
  '6 weeks to 6 months ago': 'Vor 6 Wochen bis 6 Monaten',
  'Less than 6 weeks ago': 'Vor weniger als 6 Wochen',
  'Is it under control?': 'Ist es unter Kontrolle?',
  'Yes, a doctor checks it': 'Ja, es wird ärztlich kontrolliert',
  'No, or I’m not sure': 'Nein, oder ich bin nicht sicher',
  'How is it now?': 'Wie ist es jetzt?',
  'Steady, and a doctor knows about it': 'Stabil und ärztlich bekannt',
  'A doctor called it serious or unstable, or I’m not sure':
    'Ärztlich als ernst oder instabil bezeichnet, oder ich bin nicht sicher',
  'Is it new?': 'Ist es neu?',
  'No, it is steady and a doctor knows about it': 'Nein, es ist stabil und ärztlich bekannt',
  'It is new, or the leg feels weak': 'Es ist neu, oder das Bein fühlt sich schwach an',
  'How far along are you?': 'Wie weit sind Sie?',
  '13 weeks or more': '13 Wochen oder mehr',
  'I gave birth in the last 12 weeks': 'Die Geburt war in den letzten 12 Wochen',
  'Up to 12 weeks': 'Bis 12 Wochen',
  'I’d rather say in person': 'Das sage ich lieber persönlich',
  'Do you have any of these now?': 'Haben Sie jetzt etwas davon?',
  'With these signs you need care first. Your answer stays on this device.':
    'Bei diesen Anzeichen brauchen Sie zuerst medizinische Hilfe. Ihre Antwort bleibt auf diesem Gerät.',
  Bleeding: 'Blutung',
  'Cramps or belly pain': 'Krämpfe oder Bauchschmerzen',
  'A very bad headache': 'Sehr starke Kopfschmerzen',
  'High blood pressure': 'Hoher Blutdruck',
  'Swelling in one leg': 'Schwellung an einem Bein',
  'How old is the person who comes?': 'Wie alt ist die Person, die kommt?',
  '16 or 17': '16 oder 17',
  'Under 16': 'Unter 16',

  // The massage form: who comes
  'Who is coming': 'Wer kommt',
  'Who is the session for?': 'Für wen ist der Termin?',
  'For me': 'Für mich',
  'For somebody else': 'Für eine andere Person',
  'Booking for somebody else': 'Buchung für eine andere Person',
  'What is their name?': 'Wie heißt die Person?',
  'I answered the questions about health with them, or for them as their parent or guardian.':
    'Ich habe die Fragen zur Gesundheit gemeinsam mit der Person beantwortet, oder für sie als Elternteil oder sorgeberechtigte Person.',
  'Parent or guardian': 'Elternteil oder sorgeberechtigte Person',
  'Name of a parent or guardian': 'Name eines Elternteils oder einer sorgeberechtigten Person',
  'Their phone number': 'Telefonnummer dieser Person',
  'I am the parent or guardian. I agree to the session and stay in the room.':
    'Ich bin Elternteil oder sorgeberechtigt. Ich stimme der Massage zu und bleibe im Raum.',
  'Somebody to call if needed': 'Wen wir bei Bedarf anrufen',
  Name: 'Name',
  'Phone number': 'Telefonnummer',

  // The massage form: what is felt
  'What you feel': 'Was Sie spüren',
  'Where do you feel it?': 'Wo spüren Sie es?',
  'Where you feel it and where it comes from are not always the same place.':
    'Wo Sie es spüren und woher es kommt, ist nicht immer dieselbe Stelle.',
  Neck: 'Nacken',
  Shoulders: 'Schultern',
  'Between the shoulder blades': 'Zwischen den Schulterblättern',
  'Upper back': 'Oberer Rücken',
  'Middle back': 'Mittlerer Rücken',
  'Lower back': 'Unterer Rücken',
  'Hips and sides': 'Hüften und Seiten',
  Arms: 'Arme',
  Hands: 'Hände',
  'Back of the legs': 'Rückseite der Beine',
  Feet: 'Füße',
  'Head and scalp': 'Kopf und Kopfhaut',
  'Face and jaw': 'Gesicht und Kiefer',
  'Below the collarbones': 'Unterhalb der Schlüsselbeine',
  'Front of the arms': 'Vorderseite der Arme',
  'Front of the legs': 'Vorderseite der Beine',
  'Does anything else feel connected?': 'Scheint noch etwas damit zusammenzuhängen?',
  'How did it begin?': 'Wie hat es begonnen?',
  'Little by little': 'Nach und nach',
  Suddenly: 'Plötzlich',
  'After a fall or an accident': 'Nach einem Sturz oder einem Unfall',
  'How long have you had it?': 'Wie lange haben Sie es schon?',
  'It comes and goes': 'Es kommt und geht',
  'More than 12 weeks': 'Mehr als 12 Wochen',
  '6 to 12 weeks': '6 bis 12 Wochen',
  '3 days to 6 weeks': '3 Tage bis 6 Wochen',
  'Less than 3 days': 'Weniger als 3 Tage',
  'What makes it worse or better?': 'Was macht es schlimmer oder besser?',
  'What have you tried so far?': 'Was haben Sie bisher versucht?',
  'How strong is it today, from 0 to 10?': 'Wie stark ist es heute, von 0 bis 10?',
  '0 is no pain, 10 is the worst you can think of.':
    '0 ist kein Schmerz, 10 der stärkste, den Sie sich vorstellen können.',

  // The massage form: health
  'Your health': 'Ihre Gesundheit',
  'Have you had a fever, an infection, sickness, an upset stomach or a skin problem that can spread in the last 2 days?':
    'Hatten Sie in den letzten 2 Tagen Fieber, eine Infektion, Erbrechen, Magen-Darm-Beschwerden oder ein ansteckendes Hautproblem?',
  'Your session is soon, and these pass from person to person.': 'Ihr Termin ist bald, und das kann sich übertragen.',
  'If you have a fever, an infection or an upset stomach in the 2 days before, please move your session.':
    'Wenn Sie in den 2 Tagen davor Fieber, eine Infektion oder Magen-Darm-Beschwerden haben, verschieben Sie bitte Ihren Termin.',
  'Which of these do you have?': 'Was davon haben Sie?',
  'Diabetes with less feeling': 'Diabetes mit vermindertem Gefühl',
  Epilepsy: 'Epilepsie',
  'Bad asthma': 'Schweres Asthma',
  'Kidney or liver problems': 'Nieren- oder Leberprobleme',
  'Swelling from lymphoedema': 'Schwellung durch ein Lymphödem',
  'Where was the operation?': 'Wo war die Operation?',
  'Is a doctor or hospital looking after you for anything else?':
    'Sind Sie wegen etwas anderem in ärztlicher Behandlung oder im Krankenhaus?',
  'Only as much as you want to say.': 'Nur so viel, wie Sie sagen möchten.',
  'Are there medicines your therapist should know about?':
    'Gibt es Medikamente, von denen Ihre Fachkraft wissen sollte?',
  'Is there anything about touch, senses, language or company that would help you feel safe?':
    'Gibt es etwas zu Berührung, Sinneseindrücken, Sprache oder Begleitung, das Ihnen Sicherheit gibt?',
  'For example an interpreter or somebody who stays with you. You can ask to stop at any time.':
    'Zum Beispiel eine Person, die dolmetscht oder bei Ihnen bleibt. Sie können jederzeit darum bitten, aufzuhören.',
  'Is any of these hard for you?': 'Fällt Ihnen etwas davon schwer?',
  Steps: 'Stufen',
  'Getting on or off the table': 'Auf die Liege und wieder herunter kommen',
  'Lying face down': 'Auf dem Bauch liegen',
  'I’d rather lie on my side or sit': 'Ich liege lieber auf der Seite oder sitze',
  'Please come without alcohol or other drugs. Otherwise your therapist cannot go ahead.':
    'Bitte kommen Sie ohne Alkohol oder andere Drogen. Sonst kann die Massage nicht stattfinden.',
  'Skin and allergies': 'Haut und Allergien',
  'Is any of these on your skin?': 'Haben Sie etwas davon auf der Haut?',
  'Your therapist works around it.': 'Ihre Fachkraft massiert darum herum.',
  'Broken skin or a cut': 'Offene Haut oder ein Schnitt',
  'A burn': 'Eine Verbrennung',
  Sunburn: 'Sonnenbrand',
  'A rash': 'Ein Ausschlag',
  'Varicose veins': 'Krampfadern',
  'A bruise': 'Ein Bluterguss',
  'A lump': 'Ein Knoten',
  'Where on your body?': 'Wo am Körper?',
  'Are you allergic to any of these?': 'Haben Sie eine Allergie gegen etwas davon?',
  'So that nothing you are allergic to touches your skin.':
    'Damit nichts an Ihre Haut kommt, wogegen Sie allergisch sind.',
  Nuts: 'Nüsse',
  Fragrance: 'Duftstoffe',
  Latex: 'Latex',
  'Something else': 'Etwas anderes',
  'What else are you allergic to?': 'Wogegen sind Sie noch allergisch?',

  // The massage form: warm stones and scented oils
  'Before your warm stones': 'Vor Ihren warmen Steinen',
  'Do you feel heat on your skin as you always have?': 'Spüren Sie Wärme auf der Haut so wie immer?',
  'The stones are warm, and you are the one who says when they are too warm.':
    'Die Steine sind warm, und Sie selbst sagen, wann sie zu warm sind.',
  'Less than before, in some places': 'An manchen Stellen weniger als früher',
  'Where do you feel it less?': 'Wo spüren Sie sie weniger?',
  'Is any of these so today?': 'Trifft heute etwas davon zu?',
  'Warmth can wait until it has passed.': 'Wärme kann warten, bis es vorbei ist.',
  'A high temperature, or feeling feverish': 'Fieber oder ein fiebriges Gefühl',
  'Sunburn, or broken skin on the back': 'Sonnenbrand oder offene Haut am Rücken',
  'Before your scented oils': 'Vor Ihren Duftölen',
  'How do scented oils agree with you?': 'Wie vertragen Sie Duftöle?',
  'You can smell every blend first.': 'Sie können an jeder Mischung vorher riechen.',
  'My skin has reacted to one': 'Meine Haut hat schon auf eines reagiert',
  'Strong scents make it hard to breathe': 'Bei starken Düften fällt mir das Atmen schwer',
  'Are there scents you do not like?': 'Gibt es Düfte, die Sie nicht mögen?',

  // The massage form: wishes
  'Where to work': 'Wo massiert werden soll',
  'Where may your therapist work?': 'Wo darf Ihre Fachkraft massieren?',
  'This can be another place than where you feel it.':
    'Das kann eine andere Stelle sein als die, an der Sie es spüren.',
  'Is there a place to leave out?': 'Soll eine Stelle ausgelassen werden?',
  'May your therapist work here?': 'Darf Ihre Fachkraft hier massieren?',
  'These stay covered and untouched unless you say yes.':
    'Diese Stellen bleiben bedeckt und unberührt, solange Sie nicht Ja sagen.',
  'Your bottom': 'Ihr Gesäß',
  'Your belly': 'Ihr Bauch',
  'Your chest': 'Ihre Brust',
  'Your inner thighs': 'Die Innenseiten Ihrer Oberschenkel',
  'Ask me first': 'Fragen Sie mich vorher',
  'How you like it': 'Wie Sie es mögen',
  'How much pressure do you like?': 'Wie viel Druck mögen Sie?',
  'You can ask for a change at any time during the session.':
    'Sie können während der Massage jederzeit um eine Änderung bitten.',
  'Very light': 'Sehr leicht',
  Light: 'Leicht',
  Medium: 'Mittel',
  Firm: 'Fest',
  'Very firm': 'Sehr fest',
  'Let my therapist decide': 'Das soll meine Fachkraft entscheiden',
  'Slow or brisk?': 'Langsam oder zügig?',
  Slow: 'Langsam',
  'In between': 'Dazwischen',
  Brisk: 'Zügig',
  'Oil or lotion?': 'Öl oder Lotion?',
  'So that the right one is ready, or none.': 'Damit das Richtige bereitsteht, oder nichts.',
  'Almond oil': 'Mandelöl',
  'Oil without nuts': 'Öl ohne Nüsse',
  Lotion: 'Lotion',
  'Something unscented': 'Etwas ohne Duft',
  None: 'Keines',
  'I’ll bring my own': 'Ich bringe meines mit',
  'Almond oil is made from nuts. Please choose another oil, or bring your own.':
    'Mandelöl wird aus Nüssen gemacht. Bitte wählen Sie ein anderes Öl oder bringen Sie Ihr eigenes mit.',
  'A scent in the room?': 'Ein Duft im Raum?',
  'Music?': 'Musik?',
  'Talk or quiet?': 'Reden oder Ruhe?',
  Quiet: 'Ruhe',
  'Happy to talk': 'Ich rede gern',
  'How warm should the room be?': 'Wie warm soll der Raum sein?',
  Cooler: 'Kühler',
  Warm: 'Warm',
  'Very warm': 'Sehr warm',
  'What are your days like?': 'Wie sehen Ihre Tage aus?',
  'At a desk': 'Am Schreibtisch',
  'Sport or training': 'Sport oder Training',
  'The same movements for work': 'Immer gleiche Bewegungen bei der Arbeit',
  'On my feet': 'Auf den Beinen',
  'Travelling a lot': 'Viel unterwegs',
  'Would you rather have a woman or a man as your therapist?':
    'Möchten Sie lieber von einer Frau oder von einem Mann massiert werden?',
  'Either is fine': 'Beides ist in Ordnung',
  'A woman': 'Von einer Frau',
  'A man': 'Von einem Mann',
  'What do you like?': 'Was mögen Sie?',
  Like: 'Mag ich',
  'Please avoid': 'Bitte nicht',
  'Slow stretching of the skin': 'Langsames Dehnen der Haut',

  // The massage form: a visit
  'For the visit to your place': 'Für den Hausbesuch bei Ihnen',
  'How does your therapist get in?': 'Wie kommt Ihre Fachkraft zu Ihnen?',
  'Ground floor': 'Erdgeschoss',
  'With a lift': 'Mit dem Aufzug',
  'Stairs only': 'Nur über die Treppe',
  'Which floor?': 'Welcher Stock?',
  'Where can your therapist park, and how is the door opened?':
    'Wo kann Ihre Fachkraft parken, und wie kommt sie durch die Tür?',
  'Is there a clear space of about 2.5 by 3 metres?': 'Gibt es eine freie Fläche von etwa 2,5 mal 3 Metern?',
  'Is there a quiet room with a door?': 'Gibt es einen ruhigen Raum mit Tür?',
  'Is there a power socket in the room?': 'Gibt es im Raum eine Steckdose?',
  'Are there pets at home?': 'Gibt es bei Ihnen Haustiere?',
  'Will another adult be there?': 'Wird noch eine erwachsene Person da sein?',
  'Do you have a massage table?': 'Haben Sie eine Massageliege?',
  'No, please bring one': 'Nein, bitte eine mitbringen',
  'Yes, I have a table': 'Ja, ich habe eine Liege',
  'No, a mat on the floor is fine': 'Nein, eine Matte auf dem Boden genügt',

  // What answers lead to: help first
  'Go to A&E or call {emergency} now. This needs to be checked today. Please do not book a massage for it.':
    'Gehen Sie jetzt in die Notaufnahme (A&E) oder rufen Sie {emergency} an. Das muss heute untersucht werden. Bitte buchen Sie dafür keine Massage.',
  'Call {emergency} now. Please do not book a massage.':
    'Rufen Sie jetzt {emergency} an. Bitte buchen Sie keine Massage.',
  'Go to A&E or call {emergency} to have your back checked first. Please do not book a massage for it.':
    'Gehen Sie in die Notaufnahme (A&E) oder rufen Sie {emergency} an, um zuerst Ihren Rücken untersuchen zu lassen. Bitte buchen Sie dafür keine Massage.',
  'Ask your doctor for an urgent appointment, or call {urgent}, before any massage.':
    'Bitten Sie vor jeder Massage in Ihrer Arztpraxis um einen dringenden Termin oder rufen Sie {urgent} an.',
  'Please see your doctor or call {urgent} first. A massage can wait until you know more.':
    'Bitte gehen Sie zuerst in Ihre Arztpraxis oder rufen Sie {urgent} an. Eine Massage kann warten, bis Sie mehr wissen.',
  'Call {urgent} or talk to your doctor first. You can also contact your therapist and ask.':
    'Rufen Sie zuerst {urgent} an oder sprechen Sie mit Ihrer Arztpraxis. Sie können auch Ihre Fachkraft fragen.',
  'Call your maternity unit or {urgent} now, before any massage.':
    'Rufen Sie jetzt Ihre Geburtsklinik oder {urgent} an, vor jeder Massage.',
  'Warm stones are not safe for you. Please choose another massage, or contact your therapist and ask.':
    'Warme Steine sind für Sie nicht sicher. Bitte wählen Sie eine andere Massage oder fragen Sie Ihre Fachkraft.',

  // What answers lead to: a word first, or later
  'Massage usually waits until the first 2 to 3 days after an injury have passed, so the first free times start later.':
    'Mit einer Massage wartet man meist, bis die ersten 2 bis 3 Tage nach einer Verletzung vorbei sind. Die ersten freien Termine beginnen daher später.',
  'Massage usually waits until the first 2 to 3 days have passed, so the first free times start later.':
    'Mit einer Massage wartet man meist, bis die ersten 2 bis 3 Tage vorbei sind. Die ersten freien Termine beginnen daher später.',
  'Please come once you have been well for 2 days, so the first free times start later.':
    'Bitte kommen Sie erst, wenn es Ihnen seit 2 Tagen wieder gut geht. Die ersten freien Termine beginnen daher später.',
  'Warmth waits until a high temperature has been gone for 2 days, so the first free times start later.':
    'Mit Wärme warten wir, bis Fieber seit 2 Tagen vorbei ist. Die ersten freien Termine beginnen daher später.',
  'If anything has changed, please talk to your doctor before the session. You can ask for a time now. Your therapist answers first.':
    'Wenn sich etwas geändert hat, sprechen Sie bitte vor dem Termin mit Ihrer Arztpraxis. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Please speak to the team looking after you before any massage. You can also contact your therapist and ask.':
    'Bitte sprechen Sie vor jeder Massage mit Ihrem Behandlungsteam. Sie können auch Ihre Fachkraft fragen.',
  'Please speak to your doctor before the session and tell your therapist what they said. You can ask for a time now. Your therapist answers first.':
    'Bitte sprechen Sie vor dem Termin mit Ihrer Arztpraxis und sagen Sie Ihrer Fachkraft, was Sie dort gehört haben. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Please ask your doctor whether a light massage is fine for you. Deep, firm work is left out. You can ask for a time now. Your therapist answers first.':
    'Bitte fragen Sie in Ihrer Arztpraxis, ob eine leichte Massage für Sie in Ordnung ist. Tiefer, fester Druck bleibt weg. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Please talk to your doctor before the session. You can ask for a time now. Your therapist answers first.':
    'Bitte sprechen Sie vor dem Termin mit Ihrer Arztpraxis. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Massage can often be made to fit. Please ask the team looking after you first. You are shown therapists trained for this. You can ask for a time now. Your therapist answers first.':
    'Eine Massage lässt sich oft anpassen. Bitte fragen Sie zuerst Ihr Behandlungsteam. Wir zeigen Ihnen Fachkräfte, die dafür ausgebildet sind. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Please ask your surgeon or doctor when massage is fine again. You can ask for a time now. Your therapist answers first.':
    'Bitte fragen Sie in der Chirurgie oder in Ihrer Arztpraxis, wann eine Massage wieder in Ordnung ist. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Please get medical advice first. You can ask for a time now. Your therapist answers first.':
    'Bitte holen Sie zuerst ärztlichen Rat ein. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Your therapist would like to talk with you first. You can ask for a time now. Your therapist answers first.':
    'Ihre Fachkraft möchte zuerst mit Ihnen sprechen. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'Please have it looked at by a doctor before the session, if nobody has yet. You can ask for a time now. Your therapist answers first.':
    'Bitte lassen Sie es vor dem Termin ärztlich ansehen, wenn das noch nicht geschehen ist. Sie können jetzt einen Termin anfragen. Ihre Fachkraft antwortet zuerst.',
  'You can ask for a time now. Your therapist reads your request before it is fixed.':
    'Sie können jetzt einen Termin anfragen. Ihre Fachkraft liest Ihre Anfrage, bevor er feststeht.',
  'You can ask for a time now. Your therapist would like a word with you before it is fixed.':
    'Sie können jetzt einen Termin anfragen. Ihre Fachkraft möchte kurz mit Ihnen sprechen, bevor er feststeht.',
  'Please choose a massage without scent, or ask for a time and your therapist talks with you first.':
    'Bitte wählen Sie eine Massage ohne Duft, oder fragen Sie einen Termin an, und Ihre Fachkraft spricht zuerst mit Ihnen.',
  'You are shown therapists trained in massage around pregnancy and birth.':
    'Wir zeigen Ihnen Fachkräfte, die für Massage rund um Schwangerschaft und Geburt ausgebildet sind.',
  'A parent or guardian books, agrees and stays in the room. Sessions are at the therapist’s place.':
    'Ein Elternteil oder eine sorgeberechtigte Person bucht, stimmt zu und bleibt im Raum. Die Massage findet in der Praxis statt.',
  'A parent or guardian is named below, so that your therapist can reach them.':
    'Unten wird ein Elternteil oder eine sorgeberechtigte Person genannt, damit Ihre Fachkraft sie erreichen kann.',

  // What answers lead to: what the therapist does with them
  'Your therapist works lightly, without stretching or drumming.':
    'Ihre Fachkraft massiert leicht, ohne Dehnen und ohne Trommeln.',
  'Your therapist works around that place.': 'Ihre Fachkraft massiert um diese Stelle herum.',
  'Your therapist knows about it before you come.': 'Ihre Fachkraft weiß davon, bevor Sie kommen.',
  'Your therapist uses no deep pressure over your spine.':
    'Ihre Fachkraft arbeitet über der Wirbelsäule ohne tiefen Druck.',
  'Your therapist asks you about it at the start.': 'Ihre Fachkraft fragt Sie zu Beginn danach.',
  'Your therapist talks with you about how to plan your sessions.':
    'Ihre Fachkraft bespricht mit Ihnen, wie Sie Ihre Termine planen.',
  'Your therapist reads what you wrote about how it feels.':
    'Ihre Fachkraft liest, was Sie darüber geschrieben haben, wie es sich anfühlt.',
  'Pain this strong is a reason to call your doctor or ask a pharmacist, too.':
    'Bei so starken Schmerzen rufen Sie am besten auch Ihre Arztpraxis an oder fragen in einer Apotheke.',
  'Your therapist reads this before you come.': 'Ihre Fachkraft liest das, bevor Sie kommen.',
  'Your therapist leaves out everything you are allergic to.':
    'Ihre Fachkraft lässt alles weg, wogegen Sie allergisch sind.',
  'Your therapist gets the room and the table ready for you.': 'Ihre Fachkraft bereitet Raum und Liege für Sie vor.',
  'Your therapist leaves those places out.': 'Ihre Fachkraft lässt diese Stellen aus.',
  'Your therapist uses an oil without scent.': 'Ihre Fachkraft nimmt ein Öl ohne Duft.',
  'Your therapist leaves those scents out.': 'Ihre Fachkraft lässt diese Düfte weg.',
  'Your therapist plans the session with this.': 'Ihre Fachkraft plant damit Ihre Massage.',
  'Your therapist leaves out your bottom.': 'Ihre Fachkraft lässt Ihr Gesäß aus.',
  'Your therapist leaves out your belly.': 'Ihre Fachkraft lässt Ihren Bauch aus.',
  'Your therapist leaves out your chest.': 'Ihre Fachkraft lässt Ihre Brust aus.',
  'Your therapist leaves out your inner thighs.': 'Ihre Fachkraft lässt die Innenseiten Ihrer Oberschenkel aus.',
  'Your therapist asks you again in the room.': 'Ihre Fachkraft fragt Sie im Raum noch einmal.',
  'Your therapist reads what you like.': 'Ihre Fachkraft liest, was Sie mögen.',
  'Your therapist leaves that out: long gliding strokes.': 'Ihre Fachkraft lässt das weg: lange, gleitende Striche.',
  'Your therapist leaves that out: kneading.': 'Ihre Fachkraft lässt das weg: Kneten.',
  'Your therapist leaves that out: small circles with the thumbs.':
    'Ihre Fachkraft lässt das weg: kleine Kreise mit den Daumen.',
  'Your therapist leaves that out: steady pressing.': 'Ihre Fachkraft lässt das weg: gleichmäßiges Drücken.',
  'Your therapist leaves that out: light drumming.': 'Ihre Fachkraft lässt das weg: leichtes Trommeln.',
  'Your therapist leaves that out: assisted stretching.': 'Ihre Fachkraft lässt das weg: geführtes Dehnen.',
  'Your therapist leaves that out: holding one tight spot.':
    'Ihre Fachkraft lässt das weg: Halten einer verspannten Stelle.',
  'Your therapist leaves that out: slow stretching of the skin.':
    'Ihre Fachkraft lässt das weg: langsames Dehnen der Haut.',
  'Your wish is kept when your therapist is chosen.': 'Ihr Wunsch wird beachtet, wenn Ihre Fachkraft ausgesucht wird.',
  'Your therapist knows for whom the session is.': 'Ihre Fachkraft weiß, für wen der Termin ist.',
  'Your therapist plans the visit with this.': 'Ihre Fachkraft plant damit den Hausbesuch.',
  'Your therapist calls them only if something happens.': 'Ihre Fachkraft ruft dort nur an, wenn etwas passiert.',

  // What clients agree to
  'the therapist you are booking with, at Lantern Lane Massage':
    'die Fachkraft von Lantern Lane Massage, bei der Sie buchen',
  'I agree that my answers about my health and how I am feeling are sent to the therapist I am booking with at Lantern Lane Massage, who uses them only to plan my session. I can withdraw this at any time by telling them.':
    'Ich willige ein, dass meine Antworten zu meiner Gesundheit und meinem Befinden an die Fachkraft von Lantern Lane Massage gesendet werden, bei der ich buche, und dass sie diese nur verwendet, um meinen Termin zu planen. Ich kann diese Einwilligung jederzeit widerrufen, indem ich es ihr sage.',
  'Your answers about your health and how you are feeling are sent to the therapist you are booking with at Lantern Lane Massage, who needs them to care for you safely and keeps them confidential. You can see or correct them, or ask for them to be deleted, from the link in your confirmation.':
    'Ihre Antworten zu Ihrer Gesundheit und Ihrem Befinden werden an die Fachkraft von Lantern Lane Massage gesendet, bei der Sie buchen. Sie braucht sie, um gut und sicher für Sie da zu sein, und behandelt sie vertraulich. Über den Link in Ihrer Bestätigung können Sie Ihre Antworten ansehen, korrigieren oder um ihre Löschung bitten.',
  'These terms are part of a demonstration. Lantern Lane Massage and everybody named by it are fictional.\n\nA booking is made when you see its reference. Where a therapist accepts bookings by hand, your time is kept until they answer.\n\nYou can change or cancel free of charge until 24 hours before the session. After that, half of the price is due.\n\nYou pay on the day, by card or in cash. Either of you may end a session at any time.':
    'Diese Bedingungen sind Teil einer Demonstration. Lantern Lane Massage und alle dort genannten Personen sind erfunden.\n\nEine Buchung ist zustande gekommen, wenn Sie ihre Buchungsnummer sehen. Wo eine Fachkraft Buchungen selbst annimmt, wird Ihr Termin bis zur Antwort für Sie freigehalten.\n\nSie können bis 24 Stunden vor dem Termin kostenlos ändern oder stornieren. Danach ist die Hälfte des Preises fällig.\n\nSie zahlen vor Ort, mit Karte oder bar. Beide Seiten dürfen eine Massage jederzeit beenden.',
  'This notice is part of a demonstration. Lantern Lane Massage and everybody named by it are fictional.\n\nWe keep your name, your contact details and, for visits, your address, to give you the session you booked. Your therapist sees them; nobody else does.\n\nThe safety check is answered on your own device, and its answers stay there. Other answers about your health reach your therapist only if you agree to that in its own sentence.\n\nWrite to hello@lanternlane.example to see, correct or delete what we keep.':
    'Diese Hinweise sind Teil einer Demonstration. Lantern Lane Massage und alle dort genannten Personen sind erfunden.\n\nWir speichern Ihren Namen, Ihre Kontaktdaten und bei Hausbesuchen Ihre Adresse, damit der gebuchte Termin stattfinden kann. Ihre Fachkraft sieht sie, sonst niemand.\n\nDie Fragen zur Sicherheit beantworten Sie auf Ihrem eigenen Gerät, und die Antworten bleiben dort. Andere Antworten zu Ihrer Gesundheit erreichen Ihre Fachkraft nur, wenn Sie dem in einem eigenen Satz zustimmen.\n\nSchreiben Sie an hello@lanternlane.example, um zu sehen, zu korrigieren oder zu löschen, was wir speichern.',
} satisfies Readonly<Record<string, string>>;
