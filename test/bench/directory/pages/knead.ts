cardStage.enter({
  append(list, { cards, now }) {
    const items = document.createDocumentFragment();
    for (const { practitioner, listing } of cards) {
      const card = document.createElement('knead-therapist-card');
      Object.assign(card, { practitioner, listing, now });
      const item = document.createElement('li');
      item.append(card);
      items.append(item);
    }
    list.append(items);
  },
  cardIn: (item) => item.firstElementChild?.shadowRoot,
});
