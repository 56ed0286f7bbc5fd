// Each event becomes a line at the end of the list, and the list is scrolled there.
const list = document.querySelector('[role="log"]');

window.bare.onEvent((text) => {
  const line = document.createElement('article');
  line.textContent = text;
  list.append(line);
  if (list.childElementCount > 200) list.firstElementChild.remove();
  list.scrollTop = list.scrollHeight;
});
