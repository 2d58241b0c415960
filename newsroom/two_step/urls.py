from django.urls import path

from . import views

urlpatterns = [
    # /admin/two-step/
    path("", views.state, name="two_step"),
    path("code/", views.CodeView.as_view(), name="two_step_code"),
    path("set-up/", views.SetUpView.as_view(), name="two_step_set_up"),
    path("recovery-codes/", views.recovery_codes, name="two_step_recovery_codes"),
    path("off/", views.off, name="two_step_off"),
    path("leave/", views.leave, name="two_step_leave"),
]
