// The link's secret stands in the fragment, which browsers keep to themselves: it is posted once, and leaves the address.
const link = location.hash.slice(1);
if (/\.[\w-]{43}(\.bk_[\w-]+)?$/.test(link)) {
  history.replaceState(null, '', location.pathname);
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/practice/session';
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'link';
  field.value = link;
  form.append(field);
  document.body.append(form);
  form.submit();
}
