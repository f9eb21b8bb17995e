"""What joins the parts of the page; each module has a ``register(app, ...)``.

The address bar is the only state. A control changes it (assets/navigation.js), and whatever changes
it, a control, a link, back or forward, is read by ``address`` and answered by ``draw``, ``rows`` and ``panel``.
Every argument comes from outside and is checked by dashboard.view before it is used.
"""
