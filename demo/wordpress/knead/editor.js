// The block in the editor, without a build: fields at the side, and a line in the page that says what will be there. The
// element itself only runs on the page, because the editor moves its blocks about.
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: el } = element;
  const { __ } = i18n;
  const choices = (...values) => values.map(([value, label]) => ({ value, label }));
  const kinds = choices(
    ['booking', __('The booking form', 'knead')],
    ['button', __('A button that opens it', 'knead')],
    ['card', __('A card with the next times', 'knead')],
  );
  const languages = ['en-GB', 'en-US', 'de', 'es', 'fr', 'pl', 'ro', 'ar'].map((tag) => [tag, tag]);
  // Every field: its attribute, its label, and the values where there are only a few.
  const fields = [
    ['kind', __('What the page shows', 'knead'), kinds],
    ['practitioner', __('Therapist (id)', 'knead')],
    ['service', __('Treatment (id)', 'knead')],
    ['option', __('Length (id)', 'knead')],
    [
      'place',
      __('Where', 'knead'),
      choices(
        ['', __('The client chooses', 'knead')],
        ['incall', __('At the therapist’s', 'knead')],
        ['outcall', __('At the client’s', 'knead')],
      ),
    ],
    ['lang', __('Language', 'knead'), choices(['', __('As the page', 'knead')], ...languages)],
    [
      'theme',
      __('Colours', 'knead'),
      choices(['', __('As the page', 'knead')], ['light', __('Light', 'knead')], ['dark', __('Dark', 'knead')]),
    ],
    [
      'preset',
      __('Style', 'knead'),
      choices(['', __('Paper', 'knead')], ['plain', __('Plain', 'knead')], ['compact', __('Compact', 'knead')]),
    ],
    [
      'floating',
      __('The button stands', 'knead'),
      choices(['', __('In the text', 'knead')], ['true', __('In the corner', 'knead')]),
    ],
    ['text', __('Words of the button, or of the link', 'knead')],
    ['href', __('Address of a booking page, for visitors without scripts', 'knead')],
  ];

  blocks.registerBlockType('knead/booking', {
    edit({ attributes, setAttributes }) {
      const controls = fields.map(([name, label, options]) =>
        el(options ? components.SelectControl : components.TextControl, {
          ...{ key: name, label, options, value: attributes[name] },
          onChange: (value) => setAttributes({ [name]: value }),
        }),
      );
      const { label } = kinds.find(({ value }) => value === attributes.kind) ?? kinds[0];
      return el(
        'div',
        blockEditor.useBlockProps(),
        el(blockEditor.InspectorControls, null, el(components.PanelBody, { title: __('Booking', 'knead') }, controls)),
        el(components.Placeholder, {
          ...{ icon: 'calendar-alt', label: __('Knead booking', 'knead') },
          instructions: [label, attributes.practitioner].filter(Boolean).join(', '),
        }),
      );
    },
    // The page's server writes it.
    save: () => null,
  });
})(window.wp);
