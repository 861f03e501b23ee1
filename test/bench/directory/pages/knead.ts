cardStage.enter({
  append(list, { cards, services, now }) {
    const items = document.createDocumentFragment();
    for (const { practitioner, times } of cards) {
      const card = document.createElement('knead-therapist-card');
      const { serviceId: _, price, place, timeZone, next } = times;
      Object.assign(card, { practitioner, services, now });
      card.availability = {
        ...{ from: '2026-11-02', to: '2026-12-02', horizon: '2026-12-02' },
        entries: [
          {
            ...{ practitionerId: practitioner.id, timeZone, place, slots: next },
            price: { total: price, lines: [] },
          },
        ],
      };
      const item = document.createElement('li');
      item.append(card);
      items.append(item);
    }
    list.append(items);
  },
  cardIn: (item) => item.firstElementChild?.shadowRoot,
});
