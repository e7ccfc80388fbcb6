/**
 * Starts one of Elsa Studio's screens: the list of definitions, the editor, the list of instances, or the viewer of one.
 * The page says which in the attributes of #bpm-studio.
 */
import { watchCalls } from "./calls.js";
import { pages } from "./pages.js";
import { Saves } from "./saves.js";
import { translate } from "./words.js";

const place = document.getElementById("bpm-studio");
const { element: tag, definitionId, instanceId, user } = place.dataset;

/** What Studio's elements call; they must be set once the element is defined, earlier they are lost. */
const callbacks = {
    editWorkflowDefinition: id => location.assign(pages.definition(id)),
    viewWorkflowInstance: id => location.assign(pages.instance(id)),
};

// Dates and the texts of Studio's parts that are Chinese already; read once when Blazor starts.
localStorage.setItem("BlazorCulture", "zh-CN");

// Studio's parts are as high as the window without a bar above them; ours changes with notices and the window's width.
const measure = () => place.style.setProperty("--mud-appbar-height", `${place.getBoundingClientRect().top}px`);
new ResizeObserver(measure).observe(place);
measure();

const saves = new Saves(user, window.fetch.bind(window));
watchCalls(saves);
// A drawing that was not saved in time goes first: what Studio then loads holds it.
if (definitionId) await saves.bringBack(definitionId);

const element = document.createElement(tag);
element.setAttribute("remote-endpoint", location.origin + "/elsa/api");
if (definitionId) element.setAttribute("definition-id", definitionId);
if (instanceId) element.setAttribute("instance-id", instanceId);
place.append(element);
customElements.whenDefined(tag).then(() => Object.assign(element, callbacks));
translate(document.body);
await Blazor.start();
for (const wait of place.querySelectorAll(".bpm-studio-wait")) wait.remove();
