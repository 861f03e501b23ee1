// As many cards as the address says, `?n=300`, given their therapists and times by property: nothing is asked of a network.
{
  const MOST = 2000;
  const FIRST = 'Ada Bo Cleo Dov Esi Finn Gia Hal Ida Jo Kit Lou Mia Ned Ola Pia Rhys Sol Tess Una'.split(' ');
  const LAST = 'Ashdown Birch Calder Dunmore Elmsley Farrow Garside Hale Innes Jessop Kettle Larkin Marlowe'.split(' ');
  const AREAS = [
    ['Shoreditch', 'E1'],
    ['Hackney', 'E8'],
    ['Brixton', 'SW2'],
    ['Camden', 'NW1'],
    ['Peckham', 'SE15'],
    ['Ealing', 'W5'],
  ];
  const TAGS = [
    'Desk work and long hours',
    'Runners and cyclists',
    'A first massage',
    'Tight necks',
    'Long days on your feet',
  ];
  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;
  const money = (amount) => ({ amount, currency: 'GBP' });
  const pick = (list, index) => list[index % list.length];

  /** The start of today in London, at whatever hour the page is opened. */
  const today = Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(Date.now()));

  /** `+01:00` while London has summer time. */
  const inLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });
  const londonOffset = (at) => /GMT(\+\d\d:\d\d)/.exec(inLondon.format(at))?.[1] ?? '+00:00';

  function therapist(index) {
    const [name, outwardCode] = pick(AREAS, index);
    return {
      id: `made-up-${index}`,
      name: `${pick(FIRST, index)} ${pick(LAST, index * 7)}`,
      timeZone: 'Europe/London',
      languages: index % 4 === 0 ? ['en', 'pl'] : ['en'],
      specialisms: [0, 1, 2]
        .slice(0, 1 + (index % 3))
        .map((step) => ({ id: `${step}`, name: pick(TAGS, index + step) })),
      credentials: [{ body: 'Thames Register of Bodywork', number: `TRB ${30000 + index}` }],
      skills: [],
      places: [
        {
          place: 'incall',
          locationId: `room-${index}`,
          area: { name, outwardCode },
          stepFree: index % 2 === 0,
          approval: 'instant',
        },
      ],
      serviceIds: ['back'],
      testimonials: [],
    };
  }

  function listing(index) {
    const at = (day, hour) => {
      const wall = today + day * DAY + hour * HOUR;
      const offset = londonOffset(wall);
      const start = wall - Number(offset.slice(1, 3)) * HOUR;
      return {
        start: new Date(start).toISOString(),
        end: new Date(start + HOUR).toISOString(),
        local: new Date(wall).toISOString().slice(0, 19) + offset,
        token: `${index}-${day}-${hour}`,
      };
    };
    return {
      serviceId: 'back',
      optionId: 'back-60',
      minutes: 60,
      place: 'incall',
      price: { total: money(6500 + (index % 9) * 500), lines: [] },
      timeZone: 'Europe/London',
      next: index % 11 === 10 ? [] : [at(1, 10 + (index % 3)), at(1 + (index % 4), 14), at(2 + (index % 4), 18)],
    };
  }

  const wanted = Number(new URLSearchParams(location.search).get('n') ?? 100);
  const count = Number.isInteger(wanted) && wanted >= 0 ? Math.min(MOST, wanted) : 100;
  const list = document.createDocumentFragment();
  for (let index = 0; index < count; index += 1) {
    const card = document.createElement('knead-therapist-card');
    Object.assign(card, {
      practitioner: therapist(index),
      listing: listing(index),
      href: '/directory/',
      headingLevel: 2,
    });
    const item = document.createElement('li');
    item.append(card);
    list.append(item);
  }
  document.getElementById('cards').append(list);
  document.getElementById('said').textContent =
    `${count.toLocaleString('en-GB')} cards, made up in your browser, without a backend.`;
}
