// Small helps for every page; each page does all of its work without them.
"use strict";

// Menus close when one clicks elsewhere or presses Escape.
document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.person[open], details.output[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of document.querySelectorAll("details.person[open], details.output[open]")) menu.open = false;
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

// A form with large files tells how much of them has arrived.
document.addEventListener("submit", (event) => {
    const form = event.target, files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (event.defaultPrevented || form.enctype !== "multipart/form-data" || size < 1 << 20) return;
    event.preventDefault();
    const bar = document.createElement("progress"), told = document.createElement("p"), button = event.submitter ?? form.querySelector("button");
    const megabytes = (bytes) => (bytes / 1e6).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const tell = (bytes) => {
        bar.value = bytes;
        told.textContent = `${megabytes(bytes)} / ${megabytes(size)} MB · ${Math.floor(bytes * 100 / size)}%`;
    };
    bar.max = size; bar.setAttribute("aria-label", button.textContent); told.className = "hint"; button.disabled = true;
    tell(0);
    form.append(bar, told);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "page.js");
    request.upload.addEventListener("progress", (event) => tell(Math.min(event.loaded, size)));
    request.addEventListener("load", () => {
        const next = request.getResponseHeader("Location");
        if (next) {
            const address = new URL(next, location.href);
            const isHere = address.pathname + address.search === location.pathname + location.search;
            history.replaceState(null, "", isHere ? address : location.href);
            if (isHere) location.reload(); else location.assign(address);
            return;
        }
        // The page again, with why not.
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        document.querySelector("main").replaceWith(page.querySelector("main"));
        scrollTo(0, 0);
    });
    // As if there were no script: the browser says what is wrong.
    request.addEventListener("error", () => form.submit());
    const data = new FormData(form);
    if (event.submitter?.name) data.append(event.submitter.name, event.submitter.value);
    request.send(data);
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
