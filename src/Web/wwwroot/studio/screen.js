/** Starts one of Elsa Studio's screens. */
const place = document.getElementById("bpm-studio");
localStorage.setItem("BlazorCulture", "zh-CN");
const element = document.createElement(place.dataset.element);
element.setAttribute("remote-endpoint", `${location.origin}/elsa/api`);
if (place.dataset.definitionId) element.setAttribute("definition-id", place.dataset.definitionId);
if (place.dataset.instanceId) element.setAttribute("instance-id", place.dataset.instanceId);
place.replaceChildren(element);
await Blazor.start();
