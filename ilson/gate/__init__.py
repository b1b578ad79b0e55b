"""Who may enter: network, single sign-on, roles → an Official, or nobody."""
