(function () {
  "use strict";
  function count(table) {
    var shown = 0, rows = table.tBodies[0].rows, i;
    for (i = 0; i < rows.length; i += 1) { if (!rows[i].hidden) { shown += 1; } }
    return shown;
  }
  function filter(box) {
    var table = document.getElementById(box.getAttribute("data-table"));
    var input = box.querySelector("input"), status = box.querySelector("[role=status]");
    box.hidden = false;
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase().split(/\s+/), rows = table.tBodies[0].rows, i, text;
      for (i = 0; i < rows.length; i += 1) {
        text = rows[i].textContent.toLowerCase();
        rows[i].hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
      }
      status.textContent = count(table) + " of " + rows.length + " rows shown";
    });
  }
  function key(row, column) {
    var cell = row.cells[column], value = cell.getAttribute("data-sort") || cell.textContent.trim();
    return value;
  }
  function sortable(head) {
    var row = head.parentNode, table = row.parentNode.parentNode, button = document.createElement("button");
    button.type = "button";
    while (head.firstChild) { button.appendChild(head.firstChild); }
    head.appendChild(button);
    button.addEventListener("click", function () {
      var up = head.getAttribute("aria-sort") !== "ascending", column = head.cellIndex, body = table.tBodies[0], i;
      var rows = Array.prototype.slice.call(body.rows);
      for (i = 0; i < row.cells.length; i += 1) { row.cells[i].removeAttribute("aria-sort"); }
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      rows.sort(function (one, other) {
        var order = key(one, column).localeCompare(key(other, column), "en-GB", { numeric: true });
        return up ? order : -order;
      });
      rows.forEach(function (each) { body.appendChild(each); });
    });
  }
  function all(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }
  /* On paper nothing can be opened, and a header whose words stand in buttons is not repeated on the next page. */
  function toPaper() {
    all("details:not(.twin):not([open])", function (each) { each.open = true; each.setAttribute("data-printed", ""); });
    all("thead th > button", function (button) {
      while (button.firstChild) { button.parentNode.insertBefore(button.firstChild, button); }
    });
  }
  function fromPaper() {
    all("details[data-printed]", function (each) { each.open = false; each.removeAttribute("data-printed"); });
    all("thead th > button", function (button) {
      while (button.previousSibling) { button.insertBefore(button.previousSibling, button.firstChild); }
    });
  }
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", fromPaper);
  all(".filter", filter);
  all("table.sortable thead th", sortable);
}());
