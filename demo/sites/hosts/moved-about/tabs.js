// As themes and page builders do it: what the editor put somewhere is shown somewhere else.
jQuery(($) => {
  const move = () => {
    const form = $('knead-booking');
    form.appendTo(form.parent().is('#left') ? '#right' : '#left');
  };
  move();
  $('#move').on('click', move);
});
