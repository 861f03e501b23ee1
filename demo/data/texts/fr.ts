/**
 * The demo's texts in French, by their English. Names of people, streets, stations and registers stay as they are. A key with
 * `{slots}` stands for all texts that differ only there. No clinician has read the questions and messages about health in
 * this language.
 */
export default {
  // The business
  'After that, half of the price is due. If you are unwell, call us and we will find another time.':
    'Ensuite, la moitié du prix est due. Si vous ne vous sentez pas bien, appelez-nous : nous trouverons un autre créneau.',
  'Booking terms': 'Conditions de réservation',
  'Privacy notice': 'Politique de confidentialité',
  'Clients of Lantern Lane Massage': 'Clientèle de Lantern Lane Massage',
  'Left after a booking at Lantern Lane Massage': 'Avis laissé après une réservation chez Lantern Lane Massage',

  // Services
  'Some people come once, some every few weeks. Talk about it with your therapist; there is no set number.':
    'On peut venir une seule fois, ou toutes les quelques semaines. Parlez-en avec votre thérapeute ; il n’y a pas de nombre fixe.',
  'Leave yourself a little time afterwards. Have some water, move gently, and call your therapist if anything feels wrong. If pain stays or gets worse, have it looked at by your GP.':
    'Accordez-vous un peu de temps ensuite. Buvez un peu d’eau, bougez en douceur et appelez votre thérapeute si quelque chose vous semble anormal. Si une douleur persiste ou s’aggrave, montrez-la à votre médecin traitant.',
  'Back, neck and shoulders': 'Dos, nuque et épaules',
  'Whole body': 'Corps entier',
  'Firm work': 'Pression appuyée',
  'Back massage': 'Massage du dos',
  'Upper, middle and lower back, neck and shoulders. Flowing strokes, then slower work on the tight spots.':
    'Haut, milieu et bas du dos, nuque et épaules. Des gestes fluides, puis un travail plus lent sur les points tendus.',
  'Swedish massage': 'Massage suédois',
  'Whole body, light to medium pressure.': 'Corps entier, pression légère à moyenne.',
  'Holistic massage': 'Massage holistique',
  'A slower session for the whole of you, planned together at the start.':
    'Une séance plus lente pour toute la personne, préparée ensemble au début.',
  'Relaxing massage': 'Massage relaxant',
  'Slow and light, with time to drift off.': 'Lent et léger, avec le temps de s’assoupir.',
  'Full body massage': 'Massage du corps entier',
  'Head to feet at one steady, medium pressure.': 'De la tête aux pieds, à une pression moyenne et régulière.',
  'Deep tissue': 'Massage profond',
  'Slow, firm work on stubborn areas. Stronger than Swedish.':
    'Un travail lent et appuyé sur les zones tenaces. Plus fort que le massage suédois.',
  'Trigger point': 'Points gâchettes',
  'Steady pressure on single tight spots, with pauses.':
    'Une pression régulière sur quelques points tendus, avec des pauses.',
  'Sports massage': 'Massage sportif',
  'For training and recovery. Firm, with stretching.':
    'Pour l’entraînement et la récupération. Appuyé, avec des étirements.',
  'Myofascial release': 'Massage myofascial',
  'Slow, sustained stretches of skin and fascia, with little or no oil.':
    'Des étirements lents et maintenus de la peau et des fascias, avec peu d’huile ou sans huile.',
  'Aromatherapy massage': 'Massage aux huiles parfumées',
  'A light massage with scented oils chosen together.': 'Un massage léger avec des huiles parfumées choisies ensemble.',
  'Hot stone massage': 'Massage aux pierres chaudes',
  'Warm, smooth stones and slow strokes. At the therapist’s only, where the heater is.':
    'Des pierres chaudes et lisses et des gestes lents. Au cabinet seulement, où se trouve le chauffe-pierres.',

  // Questions about services
  'Do I have to undress?': 'Dois-je me déshabiller ?',
  'Only as far as you like. You are covered by towels, and only the part being worked on is uncovered.':
    'Seulement autant que vous le souhaitez. Des serviettes vous couvrent, et seule la partie massée est découverte.',
  'Will it hurt?': 'Est-ce que cela fait mal ?',
  'It should never be more than you want. Say so at any time and the pressure changes.':
    'Ce ne doit jamais être plus que vous ne le voulez. Dites-le à tout moment et la pression change.',
  'May I fall asleep?': 'Puis-je m’endormir ?',
  'Of course, many people do. You are woken gently a few minutes before the end.':
    'Bien sûr, cela arrive souvent. On vous réveille en douceur quelques minutes avant la fin.',
  'How firm is it?': 'La pression est-elle forte ?',
  'As firm as you like it to be, and never more. Your therapist works slowly and asks along the way.':
    'Aussi forte que vous l’aimez, et jamais plus. Votre thérapeute travaille lentement et vous demande votre avis en chemin.',
  'Will I feel it the day after?': 'Vais-je le sentir le lendemain ?',
  'Some people do, as after exercise. Plan a quieter evening if you can.':
    'Cela arrive, comme après le sport. Prévoyez si possible une soirée plus calme.',
  'What if my skin does not like a scent?': 'Et si ma peau supporte mal un parfum ?',
  'Say so beforehand. There is always a plain oil without scent, and you can smell every blend first.':
    'Dites-le avant. Il y a toujours une huile simple sans parfum, et vous pouvez d’abord sentir chaque mélange.',
  'How warm are the stones?': 'Les pierres sont-elles très chaudes ?',
  'Pleasantly warm, tested in the hand before they touch you. One word, and they are taken away.':
    'Agréablement chaudes, et essayées dans la main avant de vous toucher. Un mot de vous, et on les retire.',

  // Ways of working, with the words people search by
  'Long gliding strokes': 'Longs gestes glissés',
  effleurage: 'effleurage',
  gliding: 'glissé',
  stroking: 'lissage',
  Kneading: 'Pétrissage',
  petrissage: 'pétrissage',
  squeezing: 'malaxage',
  rolling: 'roulement',
  'Small circles with the thumbs': 'Petits cercles avec les pouces',
  friction: 'friction',
  circling: 'cercles',
  'cross-fibre': 'friction transversale',
  'Steady pressing': 'Appuis réguliers',
  compression: 'compression',
  pressing: 'pression',
  leaning: 'appui',
  'Light drumming': 'Tapotements légers',
  tapotement: 'tapotement',
  percussion: 'percussion',
  drumming: 'tambourinement',
  'Assisted stretching': 'Étirements guidés',
  stretches: 'étirements',
  mobilising: 'mobilisation',
  'Holding one tight spot': 'Appui maintenu sur un point tendu',
  'trigger point therapy': 'travail des points gâchettes',
  acupressure: 'acupression',
  knots: 'nœuds',
  'Slow stretching of skin and fascia': 'Étirement lent de la peau et des fascias',
  'myofascial release': 'relâchement myofascial',
  'skin rolling': 'palper-rouler',
  MFR: 'MFR',
  'Warm stones': 'Pierres chaudes',
  'hot stones': 'pierres chaudes',
  'basalt stones': 'pierres de basalte',
  'Scented oils': 'Huiles parfumées',
  aromatherapy: 'aromathérapie',
  'essential oils': 'huiles essentielles',

  // Parts of the body a service is for
  back: 'dos',
  'upper back': 'haut du dos',
  'middle back': 'milieu du dos',
  'lower back': 'bas du dos',
  neck: 'nuque',
  shoulders: 'épaules',
  'between the shoulder blades': 'entre les omoplates',
  arms: 'bras',
  hands: 'mains',
  hips: 'hanches',
  legs: 'jambes',
  feet: 'pieds',
  head: 'tête',

  // Add-ons
  'Half an hour of slow, light work from head to feet, straight after.':
    'Une demi-heure de massage lent et léger de la tête aux pieds, juste après.',
  'Arms, legs and feet as well, at the same pressure.': 'Bras, jambes et pieds aussi, avec la même pression.',
  'Extra time for back, neck and shoulders.': 'Plus de temps pour le dos, la nuque et les épaules.',
  'Hot stones': 'Pierres chaudes',
  'Smooth warm stones on the back before the session.': 'Des pierres chaudes et lisses sur le dos avant la séance.',
  'Essential oils': 'Huiles essentielles',
  'A blend you choose together. Tell your therapist about anything your skin does not like.':
    'Un mélange choisi ensemble. Dites à votre thérapeute ce que votre peau supporte mal.',

  // Therapists
  'Back, neck and shoulders, at your pace': 'Dos, nuque et épaules, à votre rythme',
  'I have worked with London’s desk workers, dancers and new runners for eleven years. We talk first, agree where and how firmly I work, and you can change your mind at any moment.':
    'Depuis onze ans, je masse à Londres des personnes qui travaillent au bureau, dansent ou commencent à courir. Nous parlons d’abord, convenons des endroits et de la pression, et vous pouvez changer d’avis à tout moment.',
  '{name} works in and around {area}. You agree at the start what the session is for, and can change it at any time.':
    '{name} travaille à {area} et dans les environs. Vous convenez au début du but de la séance et pouvez le changer à tout moment.',
  'Unhurried sessions, and you set the pressure': 'Des séances sans hâte, et la pression que vous décidez',
  'Firm where you want it, never more': 'Appuyé là où vous le voulez, jamais plus',
  'Quiet rooms, warm towels, plain talk': 'Pièces calmes, serviettes chaudes, paroles simples',
  'For people who sit too long and know it': 'Pour qui passe trop de temps sur une chaise et le sait',
  'Between training days': 'Entre deux jours d’entraînement',
  'Gentle work with room to breathe': 'Un massage doux, où l’on respire',
  'One thing at a time, done properly': 'Une chose à la fois, bien faite',
  'Desk work and long hours': 'Bureau et longues journées',
  'Tight necks and stiff shoulders': 'Nuques tendues et épaules raides',
  'Unwinding after a full week': 'Souffler après une semaine chargée',
  'Runners, cyclists and gym-goers': 'Course, vélo et salle de sport',
  'Long days on your feet': 'Longues journées debout',
  'A first massage': 'Un premier massage',
  'Musicians and performers': 'Musique et scène',
  'Later life, at a gentle pace': 'Avec l’âge, en douceur',
  'Parents with their hands full': 'Parents débordés',
  'Registered massage therapist': 'Massothérapeute au registre',
  'Level 3 diploma in massage': 'Diplôme de massage de niveau 3',
  'Level 4 diploma in massage': 'Diplôme de massage de niveau 4',
  'Level 5 diploma in massage': 'Diplôme de massage de niveau 5',
  'Five minutes’ walk from Baker Street station.': 'À cinq minutes à pied de la station Baker Street.',
  'A few minutes’ walk from {station} station.': 'À quelques minutes à pied de la station {station}.',
  'Press bell 2 and take the lift to the second floor.':
    'Appuyez sur la sonnette 2 et prenez l’ascenseur jusqu’au deuxième étage.',
  'Ring the bell by the side door.': 'Sonnez à la porte latérale.',
  'Second floor': 'Deuxième étage',

  // What clients said
  'She asked more questions than anybody before her, and then did exactly what we had agreed.':
    'Elle a posé plus de questions que quiconque avant elle, puis a fait exactement ce dont nous avions convenu.',
  'Calm, punctual, and the table was up in two minutes.': 'Calme, à l’heure, et la table montée en deux minutes.',
  'Listened first, and checked the pressure without my having to ask.':
    'A d’abord écouté, puis vérifié la pression sans que j’aie à le demander.',
  'On time, kind, and clear about what the hour would be.':
    'Ponctualité, gentillesse, et une heure annoncée clairement.',
  'I fell asleep, which I never do.': 'J’ai fini par dormir, ce qui ne m’arrive jamais.',
  'Found the spot between my shoulder blades straight away.': 'A tout de suite trouvé le point entre mes omoplates.',
  'The room was warm and there was no hurry at the end.':
    'Il faisait chaud dans la pièce, et rien ne pressait à la fin.',
  'I said I was nervous, and it was fine from then on.': 'J’ai dit que j’avais le trac, et tout est allé bien ensuite.',

  // The massage form: its frame
  'Before your massage': 'Avant votre massage',
  'Before your warm stones massage': 'Avant votre massage aux pierres chaudes',
  'Your therapist keeps these answers for 7 years after your last session, as their insurer asks. Then they are deleted.':
    'Votre thérapeute conserve ces réponses 7 ans après votre dernière séance, comme le demande son assurance. Elles sont ensuite supprimées.',
  'What you have chosen': 'Ce que vous avez choisi',
  'At the therapist’s': 'Au cabinet',
  'At your place': 'Chez vous',
  'A therapist’s gender can be chosen': 'Le genre de la personne qui masse peut être choisi',
  'Hours until your session': 'Heures avant votre séance',
  Yes: 'Oui',
  No: 'Non',
  'None of these': 'Rien de tout cela',
  'I’m not sure': 'J’ai un doute',
  'No preference': 'Sans préférence',

  // The massage form: safety check
  'What brings you?': 'Qu’est-ce qui vous amène ?',
  'So that you are asked only what matters for you.': 'Pour ne vous poser que les questions qui vous concernent.',
  'A stiff upper back': 'Le haut du dos raide',
  'A sore lower back': 'Le bas du dos douloureux',
  'A tight neck or shoulders': 'La nuque ou les épaules tendues',
  'Moving less freely': 'Des mouvements moins libres',
  'Feeling stressed': 'Du stress',
  'Tired muscles': 'Des muscles fatigués',
  'Just to relax': 'Simplement me détendre',
  'Do you have any of these?': 'Avez-vous l’un de ces signes ?',
  'With some signs a massage is not safe. Your answer stays on this device.':
    'Avec certains signes, un massage n’est pas sûr. Votre réponse reste sur cet appareil.',
  'New, getting worse, or not yet seen by a doctor: back or leg pain with numbness or tingling around your genitals, bottom or inner thighs, trouble peeing, leaking pee or poo, or less feeling during sex':
    'Nouveau, qui s’aggrave ou jamais vu par un médecin : douleur au dos ou à la jambe avec engourdissement ou fourmillements aux parties intimes, aux fesses ou à l’intérieur des cuisses, difficulté à uriner, fuites d’urine ou de selles, ou moins de sensations lors des rapports sexuels',
  'New, getting worse, or not yet seen by a doctor: pain, tingling, numbness or weakness in both legs, or a leg that is quickly getting weaker':
    'Nouveau, qui s’aggrave ou jamais vu par un médecin : douleur, fourmillements, engourdissement ou faiblesse dans les deux jambes, ou une jambe qui s’affaiblit rapidement',
  'Chest pain, sudden trouble breathing, or coughing up blood':
    'Douleur dans la poitrine, difficulté soudaine à respirer ou toux avec du sang',
  'New, getting worse, or not yet seen by a doctor: back pain that began after a bad fall or an accident':
    'Nouveau, qui s’aggrave ou jamais vu par un médecin : mal de dos apparu après une mauvaise chute ou un accident',
  'One leg or arm that is newly swollen, warm, throbbing or a different colour':
    'Une jambe ou un bras depuis peu enflé, chaud, qui bat ou d’une autre couleur',
  'Back pain with a high temperature, losing weight without trying, a new lump or change of shape, or much worse at night and not easing with rest':
    'Mal de dos avec de la fièvre, une perte de poids involontaire, une nouvelle grosseur ou un changement de forme du dos, ou bien plus fort la nuit et que le repos ne calme pas',
  'I’m not sure about one of these': 'J’ai un doute sur l’un de ces signes',
  'A new injury or sudden strain: when was it?': 'Une blessure récente ou une élongation soudaine : c’était quand ?',
  'Massage usually waits until the first 2 to 3 days have passed. Your answer stays on this device.':
    'On attend en général les 2 à 3 premiers jours avant un massage. Votre réponse reste sur cet appareil.',
  'No new injury': 'Aucune blessure récente',
  '3 days ago or longer': 'Il y a 3 jours ou plus',
  '2 to 3 days ago': 'Il y a 2 à 3 jours',
  '1 to 2 days ago': 'Il y a 1 à 2 jours',
  '12 to 24 hours ago': 'Il y a 12 à 24 heures',
  'In the last 12 hours': 'Au cours des 12 dernières heures',
  'Does any of these apply to you?': 'L’un de ces points vous concerne-t-il ?',
  'You can still ask for a time. Your therapist may plan the session differently, or read your request first.':
    'Vous pouvez quand même demander un créneau. Votre thérapeute prévoira peut-être la séance autrement, ou lira d’abord votre demande.',
  'Numbness, weak legs or an old back injury that my doctor knows about':
    'Engourdissement, jambes faibles ou ancienne blessure au dos, connus de mon médecin',
  'A blood clot in the last 6 months': 'Un caillot de sang au cours des 6 derniers mois',
  'Blood thinners, or blood that does not clot well': 'Un anticoagulant, ou un sang qui coagule mal',
  'Thin bones (osteoporosis), or a bone broken in the last 6 months':
    'Des os peu denses (ostéoporose), ou un os cassé au cours des 6 derniers mois',
  'Cancer, now or in the last 12 months': 'Un cancer, maintenant ou au cours des 12 derniers mois',
  'An operation in the last 6 months': 'Une opération au cours des 6 derniers mois',
  'Heart trouble, a stroke or mini-stroke, or high blood pressure':
    'Des problèmes de cœur, un AVC ou un mini-AVC (AIT), ou de l’hypertension',
  'A spine problem that a doctor has named': 'Un problème de colonne vertébrale nommé par un médecin',
  'Pain, numbness or tingling down one leg': 'Douleur, engourdissement ou fourmillements le long d’une jambe',
  'Diabetes with less feeling, epilepsy, bad asthma, kidney or liver problems, or lymphoedema':
    'Diabète avec perte de sensibilité, épilepsie, asthme sévère, problèmes de reins ou de foie, ou lymphœdème',
  'Pregnant, or gave birth in the last 12 weeks': 'Grossesse, ou accouchement au cours des 12 dernières semaines',
  'Under 18': 'Moins de 18 ans',
  'Are you still taking medicine or having care for the clot?':
    'Prenez-vous encore des médicaments ou avez-vous encore un suivi pour ce caillot ?',
  'No, that is over': 'Non, c’est terminé',
  'Which is it?': 'De quoi s’agit-il ?',
  'Thin bones, and no broken bone lately': 'Des os peu denses, et aucun os cassé récemment',
  'A bone broken in the last 6 months, or bones that break easily':
    'Un os cassé au cours des 6 derniers mois, ou des os qui cassent facilement',
  'When was the operation?': 'Quand l’opération a-t-elle eu lieu ?',
  '6 weeks to 6 months ago': 'Il y a 6 semaines à 6 mois',
  'Less than 6 weeks ago': 'Il y a moins de 6 semaines',
  'Is it under control?': 'Est-ce sous contrôle ?',
  'Yes, a doctor checks it': 'Oui, un médecin le suit',
  'No, or I’m not sure': 'Non, ou j’ai un doute',
  'How is it now?': 'Comment est-ce maintenant ?',
  'Steady, and a doctor knows about it': 'Stable, et un médecin est au courant',
  'A doctor called it serious or unstable, or I’m not sure': 'Un médecin l’a dit grave ou instable, ou j’ai un doute',
  'Is it new?': 'Est-ce nouveau ?',
  'No, it is steady and a doctor knows about it': 'Non, c’est stable et un médecin est au courant',
  'It is new, or the leg feels weak': 'C’est nouveau, ou la jambe semble faible',
  'How far along are you?': 'À combien de semaines en êtes-vous ?',
  '13 weeks or more': '13 semaines ou plus',
  'I gave birth in the last 12 weeks': 'J’ai accouché au cours des 12 dernières semaines',
  'Up to 12 weeks': 'Jusqu’à 12 semaines',
  'I’d rather say in person': 'Je préfère le dire en personne',
  'Do you have any of these now?': 'Avez-vous l’un de ces signes maintenant ?',
  'With these signs you need care first. Your answer stays on this device.':
    'Avec ces signes, il faut d’abord une prise en charge médicale. Votre réponse reste sur cet appareil.',
  Bleeding: 'Saignements',
  'Cramps or belly pain': 'Crampes ou mal au ventre',
  'A very bad headache': 'Mal de tête très fort',
  'High blood pressure': 'Hypertension',
  'Swelling in one leg': 'Une jambe enflée',
  'How old is the person who comes?': 'Quel âge a la personne qui vient ?',
  '16 or 17': '16 ou 17 ans',
  'Under 16': 'Moins de 16 ans',

  // The massage form: who comes
  'Who is coming': 'Qui vient',
  'Who is the session for?': 'Pour qui est la séance ?',
  'For me': 'Pour moi',
  'For somebody else': 'Pour quelqu’un d’autre',
  'Booking for somebody else': 'Réservation pour quelqu’un d’autre',
  'What is their name?': 'Quel est le nom de cette personne ?',
  'I answered the questions about health with them, or for them as their parent or guardian.':
    'J’ai répondu aux questions de santé avec cette personne, ou pour elle en tant que parent ou responsable légal.',
  'Parent or guardian': 'Parent ou responsable légal',
  'Name of a parent or guardian': 'Nom d’un parent ou responsable légal',
  'Their phone number': 'Numéro de téléphone de cette personne',
  'I am the parent or guardian. I agree to the session and stay in the room.':
    'Je suis parent ou responsable légal. J’accepte la séance et je reste dans la pièce.',
  'Somebody to call if needed': 'Quelqu’un à appeler au besoin',
  Name: 'Nom',
  'Phone number': 'Numéro de téléphone',

  // The massage form: what is felt
  'What you feel': 'Ce que vous ressentez',
  'Where do you feel it?': 'Où le ressentez-vous ?',
  'Where you feel it and where it comes from are not always the same place.':
    'L’endroit où vous le ressentez n’est pas toujours celui d’où cela vient.',
  Neck: 'Nuque',
  Shoulders: 'Épaules',
  'Between the shoulder blades': 'Entre les omoplates',
  'Upper back': 'Haut du dos',
  'Middle back': 'Milieu du dos',
  'Lower back': 'Bas du dos',
  'Hips and sides': 'Hanches et flancs',
  Arms: 'Bras',
  Hands: 'Mains',
  'Back of the legs': 'Arrière des jambes',
  Feet: 'Pieds',
  'Head and scalp': 'Tête et cuir chevelu',
  'Face and jaw': 'Visage et mâchoire',
  'Below the collarbones': 'Sous les clavicules',
  'Front of the arms': 'Avant des bras',
  'Front of the legs': 'Avant des jambes',
  'Does anything else feel connected?': 'Autre chose vous semble-t-il lié ?',
  'How did it begin?': 'Comment cela a-t-il commencé ?',
  'Little by little': 'Peu à peu',
  Suddenly: 'D’un coup',
  'After a fall or an accident': 'Après une chute ou un accident',
  'How long have you had it?': 'Depuis combien de temps ?',
  'It comes and goes': 'Cela va et vient',
  'More than 12 weeks': 'Plus de 12 semaines',
  '6 to 12 weeks': '6 à 12 semaines',
  '3 days to 6 weeks': '3 jours à 6 semaines',
  'Less than 3 days': 'Moins de 3 jours',
  'What makes it worse or better?': 'Qu’est-ce qui l’aggrave ou l’améliore ?',
  'What have you tried so far?': 'Qu’avez-vous essayé jusqu’ici ?',
  'How strong is it today, from 0 to 10?': 'Quelle est sa force aujourd’hui, de 0 à 10 ?',
  '0 is no pain, 10 is the worst you can think of.':
    '0, c’est aucune douleur ; 10, la pire que vous puissiez imaginer.',

  // The massage form: health
  'Your health': 'Votre santé',
  'Have you had a fever, an infection, sickness, an upset stomach or a skin problem that can spread in the last 2 days?':
    'Avez-vous eu, au cours des 2 derniers jours, de la fièvre, une infection, des vomissements, des troubles digestifs ou un problème de peau contagieux ?',
  'Your session is soon, and these pass from person to person.':
    'Votre séance est proche, et cela se transmet d’une personne à l’autre.',
  'If you have a fever, an infection or an upset stomach in the 2 days before, please move your session.':
    'Si vous avez de la fièvre, une infection ou des troubles digestifs dans les 2 jours qui précèdent, veuillez déplacer votre séance.',
  'Which of these do you have?': 'Qu’avez-vous parmi ceci ?',
  'Diabetes with less feeling': 'Diabète avec perte de sensibilité',
  Epilepsy: 'Épilepsie',
  'Bad asthma': 'Asthme sévère',
  'Kidney or liver problems': 'Problèmes de reins ou de foie',
  'Swelling from lymphoedema': 'Gonflement dû à un lymphœdème',
  'Where was the operation?': 'Où était l’opération ?',
  'Is a doctor or hospital looking after you for anything else?':
    'Un médecin ou un hôpital vous suit-il pour autre chose ?',
  'Only as much as you want to say.': 'Seulement ce que vous voulez dire.',
  'Are there medicines your therapist should know about?': 'Y a-t-il des médicaments à signaler à votre thérapeute ?',
  'Is there anything about touch, senses, language or company that would help you feel safe?':
    'Y a-t-il quelque chose, pour le toucher, les sens, la langue ou une présence, qui vous aiderait à vous sentir en sécurité ?',
  'For example an interpreter or somebody who stays with you. You can ask to stop at any time.':
    'Par exemple un ou une interprète, ou quelqu’un qui reste avec vous. Vous pouvez demander d’arrêter à tout moment.',
  'Is any of these hard for you?': 'L’un de ces points est-il difficile pour vous ?',
  Steps: 'Les marches',
  'Getting on or off the table': 'Monter sur la table ou en descendre',
  'Lying face down': 'M’allonger sur le ventre',
  'I’d rather lie on my side or sit': 'Je préfère être sur le côté ou en position assise',
  'Please come without alcohol or other drugs. Otherwise your therapist cannot go ahead.':
    'Veuillez venir sans alcool ni autre drogue. Sinon, la séance ne peut pas avoir lieu.',
  'Skin and allergies': 'Peau et allergies',
  'Is any of these on your skin?': 'Avez-vous ceci sur la peau ?',
  'Your therapist works around it.': 'Votre thérapeute évite l’endroit.',
  'Broken skin or a cut': 'Une plaie ou une coupure',
  'A burn': 'Une brûlure',
  Sunburn: 'Un coup de soleil',
  'A rash': 'Une éruption',
  'Varicose veins': 'Des varices',
  'A bruise': 'Un bleu',
  'A lump': 'Une grosseur',
  'Where on your body?': 'À quel endroit du corps ?',
  'Are you allergic to any of these?': 'Avez-vous une allergie à l’un de ces produits ?',
  'So that nothing you are allergic to touches your skin.':
    'Pour que rien de ce qui vous donne une allergie ne touche votre peau.',
  Nuts: 'Fruits à coque',
  Fragrance: 'Parfum',
  Latex: 'Latex',
  'Something else': 'Autre chose',
  'What else are you allergic to?': 'À quoi d’autre avez-vous une allergie ?',

  // The massage form: warm stones and scented oils
  'Before your warm stones': 'Avant vos pierres chaudes',
  'Do you feel heat on your skin as you always have?': 'Sentez-vous la chaleur sur votre peau comme avant ?',
  'The stones are warm, and you are the one who says when they are too warm.':
    'Les pierres sont chaudes, et c’est vous qui dites quand elles le sont trop.',
  'Less than before, in some places': 'Moins qu’avant, à certains endroits',
  'Where do you feel it less?': 'Où la sentez-vous moins ?',
  'Is any of these so today?': 'L’un de ces points est-il vrai aujourd’hui ?',
  'Warmth can wait until it has passed.': 'La chaleur peut attendre que ce soit passé.',
  'A high temperature, or feeling feverish': 'De la fièvre, ou une impression de fièvre',
  'Sunburn, or broken skin on the back': 'Un coup de soleil ou une plaie dans le dos',
  'Before your scented oils': 'Avant vos huiles parfumées',
  'How do scented oils agree with you?': 'Comment supportez-vous les huiles parfumées ?',
  'You can smell every blend first.': 'Vous pouvez d’abord sentir chaque mélange.',
  'My skin has reacted to one': 'Ma peau a déjà réagi à l’une d’elles',
  'Strong scents make it hard to breathe': 'Les parfums forts me gênent pour respirer',
  'Are there scents you do not like?': 'Y a-t-il des parfums que vous n’aimez pas ?',

  // The massage form: wishes
  'Where to work': 'Où masser',
  'Where may your therapist work?': 'Quels endroits peut-on masser ?',
  'This can be another place than where you feel it.': 'Ce peut être un autre endroit que celui que vous ressentez.',
  'Is there a place to leave out?': 'Y a-t-il un endroit à éviter ?',
  'May your therapist work here?': 'Peut-on vous masser ici ?',
  'These stay covered and untouched unless you say yes.':
    'Ces endroits restent couverts et ne sont pas touchés, sauf si vous dites oui.',
  'Your bottom': 'Vos fesses',
  'Your belly': 'Votre ventre',
  'Your chest': 'Votre poitrine',
  'Your inner thighs': 'L’intérieur de vos cuisses',
  'Ask me first': 'Me demander avant',
  'How you like it': 'Ce que vous aimez',
  'How much pressure do you like?': 'Quelle pression aimez-vous ?',
  'You can ask for a change at any time during the session.':
    'Vous pouvez demander un changement à tout moment de la séance.',
  'Very light': 'Très légère',
  Light: 'Légère',
  Medium: 'Moyenne',
  Firm: 'Appuyée',
  'Very firm': 'Très appuyée',
  'Let my therapist decide': 'Au choix de la personne qui masse',
  'Slow or brisk?': 'Lent ou vif ?',
  Slow: 'Lent',
  'In between': 'Entre les deux',
  Brisk: 'Vif',
  'Oil or lotion?': 'Huile ou lait ?',
  'So that the right one is ready, or none.': 'Pour que le bon produit soit prêt, ou aucun.',
  'Almond oil': 'Huile d’amande',
  'Oil without nuts': 'Huile sans fruits à coque',
  Lotion: 'Lait pour le corps',
  'Something unscented': 'Un produit sans parfum',
  None: 'Aucun',
  'I’ll bring my own': 'J’apporte le mien',
  'Almond oil is made from nuts. Please choose another oil, or bring your own.':
    'L’huile d’amande vient d’un fruit à coque. Veuillez choisir une autre huile ou apporter la vôtre.',
  'A scent in the room?': 'Un parfum dans la pièce ?',
  'Music?': 'De la musique ?',
  'Talk or quiet?': 'Parler ou rester au calme ?',
  Quiet: 'Au calme',
  'Happy to talk': 'Parler volontiers',
  'How warm should the room be?': 'Quelle chaleur dans la pièce ?',
  Cooler: 'Plus fraîche',
  Warm: 'Chaude',
  'Very warm': 'Très chaude',
  'What are your days like?': 'Comment sont vos journées ?',
  'At a desk': 'Au bureau',
  'Sport or training': 'Sport ou entraînement',
  'The same movements for work': 'Les mêmes gestes au travail',
  'On my feet': 'Debout',
  'Travelling a lot': 'Beaucoup de déplacements',
  'Would you rather have a woman or a man as your therapist?': 'Préférez-vous une femme ou un homme comme thérapeute ?',
  'Either is fine': 'Peu importe',
  'A woman': 'Une femme',
  'A man': 'Un homme',
  'What do you like?': 'Qu’aimez-vous ?',
  Like: 'J’aime',
  'Please avoid': 'À éviter',
  'Slow stretching of the skin': 'Étirement lent de la peau',

  // The massage form: a visit
  'For the visit to your place': 'Pour la séance chez vous',
  'How does your therapist get in?': 'Comment arrive-t-on chez vous ?',
  'Ground floor': 'Rez-de-chaussée',
  'With a lift': 'Par l’ascenseur',
  'Stairs only': 'Par l’escalier seulement',
  'Which floor?': 'À quel étage ?',
  'Where can your therapist park, and how is the door opened?': 'Où peut-on stationner, et comment s’ouvre la porte ?',
  'Is there a clear space of about 2.5 by 3 metres?': 'Y a-t-il un espace libre d’environ 2,5 sur 3 mètres ?',
  'Is there a quiet room with a door?': 'Y a-t-il une pièce calme avec une porte ?',
  'Is there a power socket in the room?': 'Y a-t-il une prise électrique dans la pièce ?',
  'Are there pets at home?': 'Y a-t-il des animaux chez vous ?',
  'Will another adult be there?': 'Y aura-t-il une autre personne adulte ?',
  'Do you have a massage table?': 'Avez-vous une table de massage ?',
  'No, please bring one': 'Non, merci d’en apporter une',
  'Yes, I have a table': 'Oui, j’ai une table',
  'No, a mat on the floor is fine': 'Non, un tapis au sol convient',

  // What answers lead to: help first
  'Go to A&E or call {emergency} now. This needs to be checked today. Please do not book a massage for it.':
    'Allez aux urgences (A&E) ou appelez le {emergency} maintenant. Il faut un examen aujourd’hui. Veuillez ne pas réserver de massage pour cela.',
  'Call {emergency} now. Please do not book a massage.':
    'Appelez le {emergency} maintenant. Veuillez ne pas réserver de massage.',
  'Go to A&E or call {emergency} to have your back checked first. Please do not book a massage for it.':
    'Allez aux urgences (A&E) ou appelez le {emergency} pour faire d’abord examiner votre dos. Veuillez ne pas réserver de massage pour cela.',
  'Ask your doctor for an urgent appointment, or call {urgent}, before any massage.':
    'Demandez à votre médecin un rendez-vous urgent, ou appelez le {urgent}, avant tout massage.',
  'Please see your doctor or call {urgent} first. A massage can wait until you know more.':
    'Veuillez d’abord voir votre médecin ou appeler le {urgent}. Un massage peut attendre que vous en sachiez plus.',
  'Call {urgent} or talk to your doctor first. You can also contact your therapist and ask.':
    'Appelez d’abord le {urgent} ou parlez à votre médecin. Vous pouvez aussi poser la question à votre thérapeute.',
  'Call your maternity unit or {urgent} now, before any massage.':
    'Appelez votre maternité ou le {urgent} maintenant, avant tout massage.',
  'Warm stones are not safe for you. Please choose another massage, or contact your therapist and ask.':
    'Les pierres chaudes ne sont pas sûres pour vous. Veuillez choisir un autre massage ou poser la question à votre thérapeute.',

  // What answers lead to: a word first, or later
  'Massage usually waits until the first 2 to 3 days after an injury have passed, so the first free times start later.':
    'On attend en général les 2 à 3 premiers jours après une blessure avant un massage : les premiers créneaux libres commencent donc plus tard.',
  'Massage usually waits until the first 2 to 3 days have passed, so the first free times start later.':
    'On attend en général les 2 à 3 premiers jours avant un massage : les premiers créneaux libres commencent donc plus tard.',
  'Please come once you have been well for 2 days, so the first free times start later.':
    'Veuillez venir une fois que tout va bien depuis 2 jours : les premiers créneaux libres commencent donc plus tard.',
  'Warmth waits until a high temperature has been gone for 2 days, so the first free times start later.':
    'Pour la chaleur, on attend que la fièvre soit partie depuis 2 jours : les premiers créneaux libres commencent donc plus tard.',
  'If anything has changed, please talk to your doctor before the session. You can ask for a time now. Your therapist answers first.':
    'Si quelque chose a changé, veuillez parler à votre médecin avant la séance. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Please speak to the team looking after you before any massage. You can also contact your therapist and ask.':
    'Veuillez parler à l’équipe qui vous suit avant tout massage. Vous pouvez aussi poser la question à votre thérapeute.',
  'Please speak to your doctor before the session and tell your therapist what they said. You can ask for a time now. Your therapist answers first.':
    'Veuillez parler à votre médecin avant la séance et rapporter sa réponse à votre thérapeute. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Please ask your doctor whether a light massage is fine for you. Deep, firm work is left out. You can ask for a time now. Your therapist answers first.':
    'Veuillez demander à votre médecin si un massage léger vous convient. Le travail profond et appuyé est exclu. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Please talk to your doctor before the session. You can ask for a time now. Your therapist answers first.':
    'Veuillez parler à votre médecin avant la séance. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Massage can often be made to fit. Please ask the team looking after you first. You are shown therapists trained for this. You can ask for a time now. Your therapist answers first.':
    'Un massage peut souvent être adapté. Veuillez d’abord demander à l’équipe qui vous suit. Nous vous montrons des thérapeutes qui ont la formation pour cela. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Please ask your surgeon or doctor when massage is fine again. You can ask for a time now. Your therapist answers first.':
    'Veuillez demander à votre médecin ou à l’équipe de chirurgie quand un massage est à nouveau possible. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Please get medical advice first. You can ask for a time now. Your therapist answers first.':
    'Veuillez d’abord demander un avis médical. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Your therapist would like to talk with you first. You can ask for a time now. Your therapist answers first.':
    'Votre thérapeute souhaite d’abord parler avec vous. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'Please have it looked at by a doctor before the session, if nobody has yet. You can ask for a time now. Your therapist answers first.':
    'Veuillez voir un médecin pour cela avant la séance, si ce n’est pas déjà fait. Vous pouvez demander un créneau maintenant. Votre thérapeute répond d’abord.',
  'You can ask for a time now. Your therapist reads your request before it is fixed.':
    'Vous pouvez demander un créneau maintenant. Votre thérapeute lit votre demande avant de le confirmer.',
  'You can ask for a time now. Your therapist would like a word with you before it is fixed.':
    'Vous pouvez demander un créneau maintenant. Votre thérapeute souhaite vous parler avant de le confirmer.',
  'Please choose a massage without scent, or ask for a time and your therapist talks with you first.':
    'Veuillez choisir un massage sans parfum, ou demander un créneau : votre thérapeute vous parlera d’abord.',
  'You are shown therapists trained in massage around pregnancy and birth.':
    'Nous vous montrons des thérapeutes qui ont une formation au massage autour de la grossesse et de la naissance.',
  'A parent or guardian books, agrees and stays in the room. Sessions are at the therapist’s place.':
    'Un parent ou responsable légal réserve, donne son accord et reste dans la pièce. La séance a lieu au cabinet.',
  'A parent or guardian is named below, so that your therapist can reach them.':
    'Un parent ou responsable légal est nommé plus bas, pour que votre thérapeute puisse joindre cette personne.',

  // What answers lead to: what the therapist does with them
  'Your therapist works lightly, without stretching or drumming.':
    'Votre thérapeute masse légèrement, sans étirements ni tapotements.',
  'Your therapist works around that place.': 'Votre thérapeute évite cet endroit.',
  'Your therapist knows about it before you come.': 'Votre thérapeute le sait avant votre venue.',
  'Your therapist uses no deep pressure over your spine.':
    'Votre thérapeute n’appuie pas fort sur votre colonne vertébrale.',
  'Your therapist asks you about it at the start.': 'Votre thérapeute vous en parle au début.',
  'Your therapist talks with you about how to plan your sessions.':
    'Votre thérapeute voit avec vous comment planifier vos séances.',
  'Your therapist reads what you wrote about how it feels.':
    'Votre thérapeute lit ce que vous avez écrit sur ce que vous ressentez.',
  'Pain this strong is a reason to call your doctor or ask a pharmacist, too.':
    'Pour une douleur aussi forte, appelez aussi votre médecin ou demandez conseil en pharmacie.',
  'Your therapist reads this before you come.': 'Votre thérapeute le lit avant votre venue.',
  'Your therapist leaves out everything you are allergic to.':
    'Votre thérapeute écarte tout ce qui vous donne une allergie.',
  'Your therapist gets the room and the table ready for you.':
    'Votre thérapeute prépare la pièce et la table pour vous.',
  'Your therapist leaves those places out.': 'Votre thérapeute évite ces endroits.',
  'Your therapist uses an oil without scent.': 'Votre thérapeute utilise une huile sans parfum.',
  'Your therapist leaves those scents out.': 'Votre thérapeute écarte ces parfums.',
  'Your therapist plans the session with this.': 'Votre thérapeute en tient compte pour préparer la séance.',
  'Your therapist leaves out your bottom.': 'Votre thérapeute évite vos fesses.',
  'Your therapist leaves out your belly.': 'Votre thérapeute évite votre ventre.',
  'Your therapist leaves out your chest.': 'Votre thérapeute évite votre poitrine.',
  'Your therapist leaves out your inner thighs.': 'Votre thérapeute évite l’intérieur de vos cuisses.',
  'Your therapist asks you again in the room.': 'Votre thérapeute vous le redemande sur place.',
  'Your therapist reads what you like.': 'Votre thérapeute lit ce que vous aimez.',
  'Your therapist leaves that out: long gliding strokes.': 'Votre thérapeute évite cela : longs gestes glissés.',
  'Your therapist leaves that out: kneading.': 'Votre thérapeute évite cela : pétrissage.',
  'Your therapist leaves that out: small circles with the thumbs.':
    'Votre thérapeute évite cela : petits cercles avec les pouces.',
  'Your therapist leaves that out: steady pressing.': 'Votre thérapeute évite cela : appuis réguliers.',
  'Your therapist leaves that out: light drumming.': 'Votre thérapeute évite cela : tapotements légers.',
  'Your therapist leaves that out: assisted stretching.': 'Votre thérapeute évite cela : étirements guidés.',
  'Your therapist leaves that out: holding one tight spot.':
    'Votre thérapeute évite cela : appui maintenu sur un point tendu.',
  'Your therapist leaves that out: slow stretching of the skin.':
    'Votre thérapeute évite cela : étirement lent de la peau.',
  'Your wish is kept when your therapist is chosen.': 'Votre souhait est respecté dans le choix de votre thérapeute.',
  'Your therapist knows for whom the session is.': 'Votre thérapeute sait pour qui est la séance.',
  'Your therapist plans the visit with this.': 'Votre thérapeute en tient compte pour préparer sa venue.',
  'Your therapist calls them only if something happens.':
    'Votre thérapeute n’appelle cette personne que s’il arrive quelque chose.',

  // What clients agree to
  'the therapist you are booking with, at Lantern Lane Massage':
    'votre thérapeute pour cette réservation, chez Lantern Lane Massage',
  'I agree that my answers about my health and how I am feeling are sent to the therapist I am booking with at Lantern Lane Massage, who uses them only to plan my session. I can withdraw this at any time by telling them.':
    'J’accepte que mes réponses sur ma santé et sur ce que je ressens soient envoyées au ou à la thérapeute avec qui je réserve chez Lantern Lane Massage, et ne servent qu’à préparer ma séance. Je peux retirer cet accord à tout moment en le lui disant.',
  'Your answers about your health and how you are feeling are sent to the therapist you are booking with at Lantern Lane Massage, who needs them to care for you safely and keeps them confidential. You can see or correct them, or ask for them to be deleted, from the link in your confirmation.':
    'Vos réponses sur votre santé et sur ce que vous ressentez sont envoyées à votre thérapeute pour cette réservation chez Lantern Lane Massage, qui en a besoin pour s’occuper de vous en sécurité et les garde confidentielles. Par le lien dans votre confirmation, vous pouvez les voir, les corriger ou demander leur suppression.',
  'These terms are part of a demonstration. Lantern Lane Massage and everybody named by it are fictional.\n\nA booking is made when you see its reference. Where a therapist accepts bookings by hand, your time is kept until they answer.\n\nYou can change or cancel free of charge until 24 hours before the session. After that, half of the price is due.\n\nYou pay on the day, by card or in cash. Either of you may end a session at any time.':
    'Ces conditions font partie d’une démonstration. Lantern Lane Massage et toutes les personnes nommées sont fictives.\n\nUne réservation est faite quand vous voyez sa référence. Si votre thérapeute accepte les réservations à la main, votre créneau est gardé jusqu’à sa réponse.\n\nVous pouvez modifier ou annuler sans frais jusqu’à 24 heures avant la séance. Ensuite, la moitié du prix est due.\n\nVous payez sur place, par carte ou en espèces. Chaque partie peut mettre fin à une séance à tout moment.',
  'This notice is part of a demonstration. Lantern Lane Massage and everybody named by it are fictional.\n\nWe keep your name, your contact details and, for visits, your address, to give you the session you booked. Your therapist sees them; nobody else does.\n\nThe safety check is answered on your own device, and its answers stay there. Other answers about your health reach your therapist only if you agree to that in its own sentence.\n\nWrite to hello@lanternlane.example to see, correct or delete what we keep.':
    'Cette politique fait partie d’une démonstration. Lantern Lane Massage et toutes les personnes nommées sont fictives.\n\nNous gardons votre nom, vos coordonnées et, pour les séances chez vous, votre adresse, afin de vous donner la séance réservée. Votre thérapeute les voit ; personne d’autre.\n\nVous répondez aux questions de sécurité sur votre propre appareil, et ces réponses y restent. Vos autres réponses sur votre santé n’arrivent à votre thérapeute que si vous l’acceptez dans une phrase à part.\n\nÉcrivez à hello@lanternlane.example pour voir, corriger ou supprimer ce que nous gardons.',
} satisfies Readonly<Record<string, string>>;
