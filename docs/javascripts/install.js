// On the page Install: pip can fetch the wheel itself, by the address at which this page is served.

export function mount(wheel) {
  const name = wheel.getAttribute("href").split("/").pop();
  for (const command of document.querySelectorAll(".by-address")) {
    const code = command.querySelector("code");
    code.textContent = code.textContent.replace(`./${name}`, wheel.href);
    command.hidden = false;
  }
}
