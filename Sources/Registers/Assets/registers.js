// While a new record is typed: whether the person may be there already. Without this the same is told when the form is sent.
"use strict";

for (const form of document.querySelectorAll("form[data-duplicates]")) {
    const place = form.querySelector(".duplicates-place");
    const names = new Set(form.dataset.fields.split(" "));
    let timer, asked = 0;
    form.addEventListener("change", (event) => {
        if (!names.has(event.target.name)) return;
        clearTimeout(timer);
        timer = setTimeout(async () => {
            const turn = ++asked, data = new FormData();
            // No more than what tells people apart.
            for (const [name, value] of new FormData(form)) {
                if (names.has(name) || name === "form-token") data.append(name, value);
            }
            const answer = await fetch(form.dataset.duplicates, { method: "POST", body: data }).catch(() => null);
            if (!answer?.ok || turn !== asked) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            place.replaceChildren(...page.body.children);
        }, 300);
    });
}
