// Helps of the pages for bringing and reviewing documents; both do all of their work without them.
"use strict";

// Files are dropped onto the form, which is sent at once.
const bringing = (event) => event.target.closest?.("form.bringing");
for (const form of document.querySelectorAll("form.bringing")) form.classList.add("scripted");
for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, (event) => {
    const form = bringing(event);
    if (form) { event.preventDefault(); form.classList.add("over"); }
});
for (const kind of ["dragleave", "drop"]) document.addEventListener(kind, (event) => bringing(event)?.classList.remove("over"));
document.addEventListener("drop", (event) => {
    const form = bringing(event);
    if (!form) return;
    event.preventDefault();
    if (!event.dataTransfer?.files.length) return;
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    form.requestSubmit();
});

// While something is being read, the list is fetched again and again.
const live = document.querySelector("[data-live]");
if (live) {
    const again = async () => {
        const answer = await fetch(live.dataset.live, { headers: { Accept: "text/html" } }).catch(() => null);
        if (answer?.ok) {
            const list = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("uploads");
            if (list) {
                if (list.innerHTML !== live.innerHTML && !live.contains(document.activeElement)) live.replaceChildren(...list.childNodes);
                if (!list.dataset.live) return;
            }
        }
        setTimeout(again, 1200);
    };
    setTimeout(again, 800);
}

const review = document.querySelector(".review");
if (review) {
    const panel = review.querySelector(".document");
    const cards = [...review.querySelectorAll(".draft")];
    const named = (name) => review.querySelectorAll(`[data-for~="${name}"]`);
    const light = (names, isLit) => { for (const name of names) for (const part of named(name)) part.classList.toggle("lit", isLit); };
    const show = (name) => {
        const place = [...named(name)].find((part) => panel.contains(part));
        if (!place || getComputedStyle(panel).position !== "sticky") return;
        const [box, frame] = [place.getBoundingClientRect(), panel.getBoundingClientRect()];
        if (box.top < frame.top || box.bottom > frame.bottom) panel.scrollBy({ top: box.top - frame.top - frame.height / 3 });
    };
    // What one points at or stands on lights up on both sides.
    for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
        const of = (event) => event.target.closest?.("[data-for]");
        review.addEventListener(enter, (event) => {
            const part = of(event);
            if (!part) return;
            light(part.dataset.for.split(" "), true);
            if (part.classList.contains("draft")) show(part.dataset.for);
        });
        review.addEventListener(leave, (event) => { const part = of(event); if (part) light(part.dataset.for.split(" "), false); });
    }

    // Keys; the list of them stands on the page.
    const current = () => cards.findIndex((card) => card.contains(document.activeElement));
    const go = (index) => { const card = cards[Math.max(0, Math.min(index, cards.length - 1))]; card?.focus({ preventScroll: true }); card?.scrollIntoView({ block: "center" }); };
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
        const at = current(), card = cards[at];
        const act = {
            j: () => go(at + 1), k: () => go(at < 0 ? 0 : at - 1),
            a: () => card?.querySelector("button.accept")?.click(), e: () => card?.querySelector("a.edit")?.click(),
            x: () => card?.querySelector("input[type=checkbox]")?.click(), u: () => card?.querySelector("button.undo")?.click(),
            d: () => { const drop = card?.querySelector("details.drop"); if (drop) { drop.open = true; drop.querySelector("input[name=reason]").focus(); } },
            g: () => card && show(card.dataset.for),
            "?": () => { const keys = review.querySelector(".joining details"); keys.open = !keys.open; keys.scrollIntoView({ block: "center" }); },
        }[event.key];
        if (act) { event.preventDefault(); act(); }
    });
    // After a decision one goes on with the next that waits.
    const target = document.getElementById(location.hash.slice(1));
    if (target?.classList.contains("draft")) {
        const next = target.classList.contains("accepted") ? cards.slice(cards.indexOf(target) + 1).find((card) => card.querySelector("button.accept")) : null;
        (next ?? target).focus({ preventScroll: true });
    }

    // What a typed deadline is understood to be.
    for (const part of review.querySelectorAll("[data-understood]")) {
        const input = part.querySelector("input, select"), meaning = part.querySelector(".understood");
        let timer, asked = 0;
        input.addEventListener("input", () => {
            clearTimeout(timer);
            timer = setTimeout(async () => {
                const turn = ++asked, address = new URL(part.dataset.understood, location.href);
                address.searchParams.set("q", input.value);
                const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
                if (answer?.ok && turn === asked) meaning.textContent = (await answer.json()).text;
            }, 200);
        });
    }
}
