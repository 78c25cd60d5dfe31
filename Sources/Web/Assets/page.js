// Small helps for every page; each page does all of its work without them.
"use strict";

// Menus close when one clicks elsewhere or presses Escape.
document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.person[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of document.querySelectorAll("details.person[open]")) menu.open = false;
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.altKey && !event.metaKey) {
        const search = document.querySelector(".top .search input");
        if (search) { event.preventDefault(); search.focus(); }
    }
});

// A button that was pressed is not pressed twice.
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
});

// Suggestions for what is typed: a list under the field (the pattern "combobox" of WAI-ARIA).
for (const input of document.querySelectorAll("input[data-suggestions]")) {
    const list = document.createElement("ul");
    list.className = "suggestions"; list.id = input.id + "-suggestions"; list.hidden = true;
    list.setAttribute("role", "listbox");
    input.after(list);
    input.setAttribute("role", "combobox"); input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id); input.setAttribute("aria-expanded", "false");
    input.autocomplete = "off";
    let timer, chosen = -1, asked = 0;
    const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const take = (text) => { input.value = text; close(); input.dispatchEvent(new Event("change", { bubbles: true })); };
    const mark = (index) => {
        chosen = index;
        [...list.children].forEach((item, at) => item.setAttribute("aria-selected", at === index));
        if (list.children[index]) { input.setAttribute("aria-activedescendant", list.children[index].id); list.children[index].scrollIntoView({ block: "nearest" }); }
    };
    input.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            const turn = ++asked;
            const address = new URL(input.dataset.suggestions, location.href);
            address.searchParams.set("q", input.value);
            const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
            if (!answer?.ok || turn !== asked) return;
            const texts = await answer.json();
            list.replaceChildren(...texts.map((text, at) => {
                const item = document.createElement("li");
                item.id = `${list.id}-${at}`; item.textContent = text;
                item.setAttribute("role", "option"); item.setAttribute("aria-selected", "false");
                item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(text); });
                return item;
            }));
            list.hidden = texts.length === 0; chosen = -1;
            input.setAttribute("aria-expanded", String(!list.hidden));
        }, 120);
    });
    input.addEventListener("keydown", (event) => {
        if (list.hidden) return;
        if (event.key === "ArrowDown") { event.preventDefault(); mark(Math.min(chosen + 1, list.children.length - 1)); }
        else if (event.key === "ArrowUp") { event.preventDefault(); mark(Math.max(chosen - 1, 0)); }
        else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen].textContent); }
        else if (event.key === "Escape") { event.preventDefault(); close(); }
    });
    input.addEventListener("blur", close);
}
