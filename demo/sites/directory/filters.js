// The page's own few lines: what the list is narrowed by stands in the address, so that it can be shared and come back to.
// The event carries nothing that may say something about a visitor, so all of it may stand there.
{
  const directory = document.querySelector('knead-therapist-directory');
  const { service, maxPrice, stepFree, ...rest } = Object.fromEntries(new URLSearchParams(location.search));
  if (location.search) {
    directory.filters = {
      ...rest,
      ...(service && { serviceId: service }),
      ...(stepFree && { stepFree: stepFree === 'true' }),
      ...(maxPrice && { maxPrice: { amount: Number(maxPrice), currency: 'GBP' } }),
    };
  }
  directory.addEventListener('knead-filter-change', ({ detail: { serviceId, maxPrice: most, total, ...others } }) => {
    const filters = { ...others, ...(serviceId && { service: serviceId }), ...(most && { maxPrice: most.amount }) };
    const address = new URLSearchParams(filters).toString();
    history.replaceState(history.state, '', address ? `?${address}` : location.pathname);
  });
}
