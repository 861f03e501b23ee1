// Runs the page in a zone of its own, as Angular does.
const app = Zone.current.fork({ name: 'app', properties: { isApp: true } });
app.run(() => {
  document.getElementById('tasks').textContent = `In the zone “${Zone.current.name}”`;
});
