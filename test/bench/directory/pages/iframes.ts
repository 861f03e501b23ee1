cardStage.enter({
  append(list, { cards }) {
    const items = document.createDocumentFragment();
    for (const index of cards.keys()) {
      const frame = document.createElement('iframe');
      frame.src = `/embed.html?card=${index}`;
      const item = document.createElement('li');
      item.append(frame);
      items.append(item);
    }
    list.append(items);
  },
  cardIn: (item) => (item.firstElementChild as HTMLIFrameElement | null)?.contentDocument,
  isUnordered: true,
});
