"""What hands do to a page, in one go: Playwright's own steps wait for two frames each and ask the browser five times."""

# What lies under something else cannot be pressed, neither by a mouse nor by a finger.
_REACH = """
    const reach = (element) => {
        if (!element.checkVisibility({visibilityProperty: true})) throw new Error(`${element.outerHTML} is not shown`)
        if (element.matches(":disabled, [readonly]")) throw new Error(`${element.outerHTML} cannot be changed`)
        element.scrollIntoView({block: "center", behavior: "instant"})
        const {left, top, width, height} = element.getClientRects()[0]
        const met = document.elementFromPoint(left + width / 2, top + height / 2)
        const isReached = met && (element.contains(met) || met.closest("label")?.control === element)
        if (!isReached) throw new Error(`${element.outerHTML} lies under ${met?.outerHTML}`)
        return met
    }
"""
PRESS = f"(element) => {{ {_REACH} reach(element).click() }}"
# Each pair is a name and either what to type or the value of what to tick.
FILL = f"""(told) => {{
    {_REACH}
    const one = (found, what) => {{
        if (found.length !== 1) throw new Error(`There are ${{found.length}} of ${{what}}`)
        return found[0]
    }}
    for (const [name, value] of told) {{
        const named = [...document.querySelectorAll(`[name="${{name}}"]`)]
        if (named.length && named.every((each) => ["radio", "checkbox"].includes(each.type))) {{
            const box = one(named.filter((each) => each.value === value), `${{name}}: ${{value}}`)
            const met = reach(box)
            if (!box.checked) met.click()
            if (!box.checked) throw new Error(`${{name}}: ${{value}} stays open`)
        }} else {{
            const field = one(named, name)
            reach(field)
            field.focus()
            field.value = value
            if (field.value !== value.replace(/\\r\\n?/g, "\\n")) throw new Error(`${{name}} does not take ${{value}}`)
            field.dispatchEvent(new InputEvent("input", {{bubbles: true, composed: true}}))
            field.dispatchEvent(new Event("change", {{bubbles: true}}))
        }}
    }}
}}"""
