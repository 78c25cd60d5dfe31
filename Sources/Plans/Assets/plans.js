// The search answers while one types: the same page, of which the results are taken over.
"use strict";
{
    const input = document.getElementById("search-words"), found = document.getElementById("found");
    let timer, turn = 0;
    input?.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            const now = ++turn, address = new URL(location.pathname, location.href);
            address.searchParams.set("q", input.value);
            const answer = await fetch(address).catch(() => null);
            if (!answer?.ok || now !== turn) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("found");
            if (!page) return;
            found.replaceChildren(...page.childNodes);
            history.replaceState(null, "", address);
        }, 180);
    });
}
