// As speed plugins do it: the type of scripts was rewritten on the server, and they run at the visitor's first input.
const INPUTS = ['pointerdown', 'keydown', 'touchstart', 'wheel'];
const run = () => {
  for (const type of INPUTS) removeEventListener(type, run, true);
  for (const delayed of document.querySelectorAll('script[type="text/delayed"]')) {
    const script = document.createElement('script');
    for (const { name, value } of delayed.attributes) {
      if (name !== 'type') script.setAttribute(name === 'data-src' ? 'src' : name, value);
    }
    delayed.replaceWith(script);
  }
};
for (const type of INPUTS) addEventListener(type, run, true);
