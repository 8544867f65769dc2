/* Looks at a page for `Visitor`, from a window that the page has opened and that stays while the page leads on to others:
   what Chromium has compiled of axe stays compiled, and what was looked at on one page is known on the next. */

const page = window.opener
const colours = ["color-contrast", "link-in-text-block"]
const scrolls = ["scrollable-region-focusable"]
const structure = { rules: Object.fromEntries([...colours, ...scrolls].map((rule) => [rule, { enabled: false }])) }
const ground = ["backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode", "position", "zIndex"]
const bare = "rgba(0, 0, 0, 0),none,1,none,normal,static,auto"
const writing = ["color", "fontSize", "fontWeight", "textShadow", "textDecorationLine"]
const seen = { colours: new Set(), furniture: new Set(), changes: new Set() }
let then = { document: null, state: new Map() }

const styles = (element, names) => names.map((name) => page.getComputedStyle(element)[name]).join()

const textOf = (element) =>
    [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : "")).join("").trim()

function isNew(what, kind) {
    const before = seen[kind].size
    return seen[kind].add(what).size > before
}

/* The markup of everything that is right would take a tenth of the time: only where something is wrong it is asked for. */
async function faultsIn(context, options) {
    const wanted = { resultTypes: ["violations"], selectors: false, elementRef: false, preload: false, ...options }
    axe.configure({ noHtml: true })
    const { violations } = await axe.run(context, wanted)
    if (!violations.length) return []
    axe.reset()
    const shown = (await axe.run(context, wanted)).violations
    return shown.map((fault) => `${fault.id}: ${fault.help} (${fault.nodes[0].html.slice(0, 160)})`)
}

const faultsOf = (elements, rules) => (elements.length ? faultsIn({ include: elements }, { runOnly: rules }) : [])

/* Nearly all rules ask what is there and what of it is shown, not where and how large it is. In the other width they
   are asked again where that differs, and in a way no other page did: most pages only change their menu. */
async function faultsOfStructure(elements, shown) {
    const isFirst = then.document !== page.document
    const before = isFirst ? new Map() : then.state
    const state = new Map(elements.map((each) => [
        each,
        shown.has(each) ? each.cloneNode(!each.childElementCount).outerHTML : "",
    ]))
    then = { document: page.document, state }
    if (isFirst) return faultsIn({ exclude: knownFurniture() }, structure)
    const changed = [...new Set([...before.keys(), ...state.keys()])]
        .filter((each) => before.get(each) !== state.get(each))
        .map((each) => `${before.get(each)} > ${state.get(each)}`)
    return changed.length && isNew(changed.join("\n"), "changes") ? faultsIn(page.document, structure) : []
}

/* Headers, footers and menus that stood on another page of this width word for word. */
function knownFurniture() {
    return [...page.document.querySelectorAll("header, footer, nav")].filter(
        (each) => !isNew(page.innerWidth + each.outerHTML, "furniture"),
    )
}

/* The first of each kind of text: what its colours and those of the ground it stands on come from. */
function newColours(shown) {
    const grounds = new Map()
    const groundOf = (element) => {
        if (!element) return ""
        if (!grounds.has(element)) {
            const own = styles(element, ground)
            grounds.set(element, groundOf(element.parentElement) + (own === bare ? "" : `/${own}`))
        }
        return grounds.get(element)
    }
    const isOff = (element) => Boolean(element?.matches(":disabled, [aria-disabled=true], [aria-disabled=true] *"))
    const kindOf = (element, text) => [
        element.tagName,
        groundOf(element),
        styles(element, writing),
        isOff(element) || isOff(element.closest("label")?.control),
        text.length > 1,
    ]
    return [...shown].filter((element) => {
        const text = textOf(element)
        const { width, height } = element.getBoundingClientRect()
        const isRead = (text || element.matches("input, select, textarea")) && width > 1 && height > 1
        if (!isRead || element.closest("[aria-hidden=true], [inert]")) return false
        const around = element.matches("a, [role=link]") ? element.parentElement : null
        const beside = around ? kindOf(around, textOf(around)) : []
        return isNew([...kindOf(element, text), ...beside].join(), "colours")
    })
}

/* What is longer than its own window; the page itself and fields for text can always be scrolled. */
function scrolling(shown) {
    return [...shown].filter(
        (each) =>
            (each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight) &&
            !each.matches("html, select, textarea") &&
            /auto|scroll/.test(styles(each, ["overflow"])),
    )
}

window.look = async () => {
    axeLooksAt(page.document)
    const elements = [...page.document.querySelectorAll("*")]
    const shown = new Set(elements.filter((each) => each.checkVisibility({ visibilityProperty: true })))
    const wide = page.document.documentElement.scrollWidth - page.innerWidth
    const faults = [
        ...(await faultsOfStructure(elements, shown)),
        ...(await faultsOf(newColours(shown), colours)),
        ...(await faultsOf(scrolling(shown), scrolls)),
    ]
    return [wide, faults]
}
