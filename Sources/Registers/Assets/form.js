// The page of a form prints itself; where scripts do not run, the browser's own menu does.
"use strict";
for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
}
