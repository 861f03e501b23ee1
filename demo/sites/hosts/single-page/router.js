// A small router: views are made when they are first shown, and kept.
const view = document.getElementById('view');
const views = new Map();

function show(name) {
  if (!views.has(name)) {
    const made = document.createElement('div');
    made.append(document.getElementById(name).content.cloneNode(true));
    views.set(name, made);
  }
  view.replaceChildren(views.get(name));
  document.title = name;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('nav a');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show(new URL(link.href).searchParams.get('page'));
});
show('about');
